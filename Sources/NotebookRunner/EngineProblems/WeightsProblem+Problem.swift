import Diagnostics
import Engine

extension WeightsProblem: Problem {
  package var record: ProblemRecord {
    switch self {
    case .missing(let name, let known):
      ProblemRecord(
        "TB-E-501",
        "the weights have no \"\(name)\"" + (known.isEmpty ? "" : "; they have \(listed(known))"),
        help: Self.advice, rule: "A file of weights has all arrays of the model",
        reason: "They are found by the names of the layer and the array, such as dense_1/kernel.")
    case .shape(let name, let expected, let found):
      ProblemRecord(
        "TB-E-502",
        "\"\(name)\" has the shape \(shapeText(found)) among the weights, and \(shapeText(expected)) in the "
          + "model",
        help: Self.advice, rule: "An array of weights has the shape of the model's",
        reason: "A kernel has a row for each input and a column for each unit; PyTorch stores the transpose.")
    case .notOfTheModel(let name):
      ProblemRecord(
        "TB-E-503", "the weights have \"\(name)\", and the model has no such array",
        help: Self.advice, rule: "A file of weights has only arrays of the model",
        reason: "Another array usually means another model whose first layers agree.")
    }
  }

  private static let advice = "use weights saved from the same model, under its layers' names"

  static let references = [
    reference(of: missing), reference(of: shape), reference(of: notOfTheModel),
  ]
}
