import Diagnostics
import Engine

extension WeightsProblem: Problem {
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

  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-E-501", "A file of weights has an array for each of the model's",
      "They are found by name: the layer's and the array's, such as dense_1/kernel."),
    ProblemReference(
      "TB-E-502", "An array of weights has the shape of the model's",
      "A kernel has a row for each input and a column for each unit; PyTorch keeps it the other way round."),
    ProblemReference(
      "TB-E-503", "A file of weights has only arrays of the model",
      "Another array usually means another model, whose first layers agree."),
  ]
}
