import Diagnostics

/// How arrays of weights can fail to be a model's.
package enum WeightsProblem: Problem, Error, Hashable {
  case missing(String, known: [String])
  case shape(String, expected: [Int], found: [Int])
  case notOfTheModel(String)

  package var code: String {
    switch self {
    case .missing: "TB-E-501"
    case .shape: "TB-E-502"
    case .notOfTheModel: "TB-E-503"
    }
  }

  package var message: String {
    switch self {
    case .missing(let name, let known):
      "the weights have no \"\(name)\""
        + (known.isEmpty ? "" : "; they have \(listed(known))")
    case .shape(let name, let expected, let found):
      "\"\(name)\" has the shape \(shapeText(found)) among the weights, and \(shapeText(expected)) in the model"
    case .notOfTheModel(let name): "the weights have \"\(name)\", and the model has no such array"
    }
  }

  package var help: String? { "use weights saved from the same model, under its layers' names" }
}

extension WeightsProblem {
  package var record: ProblemRecord {
    ProblemRecord(code, message, help: help, rule: "", reason: "")
  }
}
