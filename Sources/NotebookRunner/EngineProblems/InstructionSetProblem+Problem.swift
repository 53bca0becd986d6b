import Diagnostics
import Engine

extension InstructionSetProblem: Problem {
  package var code: String {
    switch self {
    case .unknown: "TB-E-401"
    case .unsupported: "TB-E-402"
    }
  }

  package var message: String {
    switch self {
    case .unknown(let name):
      "\(InstructionSet.environmentVariable) names no instruction set: \"\(name)\""
        + didYouMean(name, InstructionSet.allCases.map(\.rawValue))
    case .unsupported(let set):
      "this processor has no \(set.rawValue), which \(InstructionSet.environmentVariable) asks for"
    }
  }

  package var help: String? {
    "this processor runs \(InstructionSet.supported.map(\.rawValue).joined(separator: ", ")); "
      + "leave the variable unset to use the best"
  }

  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-E-401", "The instruction set that is selected is a known one",
      "The variable is for comparing them; each gives the same bytes. If it is not set, the best one is used."
    ),
    ProblemReference(
      "TB-E-402", "The processor has the instruction set that is selected",
      "The program would crash at the first unknown instruction. `tunebook doctor` lists the sets that it has."
    ),
  ]
}
