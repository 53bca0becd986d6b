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
      "TB-E-401", "The instruction set that is forced is one of those known",
      "The variable is for comparing them; results are the same bytes with each. Unset, the best is taken."),
    ProblemReference(
      "TB-E-402", "The processor has the instruction set that is forced",
      "It would stop at the first instruction that it lacks. `tunebook doctor` says which there are."),
  ]
}
