import Diagnostics
import Engine

extension InstructionSetProblem: Problem {
  package var record: ProblemRecord {
    switch self {
    case .unknown(let name):
      ProblemRecord(
        "TB-E-401",
        "\(InstructionSet.environmentVariable) names no instruction set: \"\(name)\""
          + didYouMean(name, InstructionSet.allCases.map(\.rawValue)),
        help: Self.advice,
        rule: "The selected instruction set exists",
        reason: "The variable is for comparing instruction sets; all give the same bytes. If it is not set, "
          + "the best one is used.")
    case .unsupported(let set):
      ProblemRecord(
        "TB-E-402",
        "this processor has no \(set.rawValue), which \(InstructionSet.environmentVariable) asks for",
        help: Self.advice,
        rule: "The processor has the selected instruction set",
        reason: "The program would crash at the first unknown instruction. `tunebook doctor` lists the sets "
          + "that the processor has.")
    }
  }

  private static var advice: String {
    "this processor runs \(InstructionSet.supported.map(\.rawValue).joined(separator: ", ")); leave the "
      + "variable unset to use the best"
  }

  static let references = [
    reference(of: unknown), reference(of: unsupported(.generic)),
  ]
}
