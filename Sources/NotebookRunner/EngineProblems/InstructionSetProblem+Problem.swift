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
        rule: "The instruction set that is forced is one of those known",
        reason: "The variable is for comparing them; results are the same bytes with each. Unset, the best "
          + "is taken.")
    case .unsupported(let set):
      ProblemRecord(
        "TB-E-402",
        "this processor has no \(set.rawValue), which \(InstructionSet.environmentVariable) asks for",
        help: Self.advice,
        rule: "The processor has the instruction set that is forced",
        reason: "It would stop at the first instruction that it lacks. `tunebook doctor` says which there "
          + "are.")
    }
  }

  private static var advice: String {
    "this processor runs \(InstructionSet.supported.map(\.rawValue).joined(separator: ", ")); "
      + "leave the variable unset to use the best"
  }

  static let references = [
    reference(of: unknown), reference(of: unsupported(.generic)),
  ]
}
