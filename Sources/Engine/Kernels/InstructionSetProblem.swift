import Diagnostics

/// What can be wrong with a forced instruction set.
package enum InstructionSetProblem: Problem, Error, Hashable {
  case unknown(String)
  case unsupported(InstructionSet)

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
}

extension InstructionSetProblem {
  package var record: ProblemRecord {
    ProblemRecord(code, message, help: help, rule: "", reason: "")
  }
}
