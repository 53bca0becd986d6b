import Diagnostics
import Engine

extension ModelProblem: Problem {
  package var record: ProblemRecord {
    switch self {
    case .noLayers:
      ProblemRecord(
        "TB-E-101", "a model needs at least one layer",
        help: "add a layer such as `- dense: {units: 10, activation: softmax}`", rule: "A model has layers",
        reason: "A model without layers would return its input, and have nothing to learn.",
        wrong: .cell("{model} other", "layers: [{repeat: 0, layers: [flatten]}]"),
        right: .network("dense: {units: 10, activation: softmax}"))
    case .denseNeedsFlatInput(let shape):
      ProblemRecord(
        "TB-E-102",
        "dense takes one row of numbers for each sample, and here a sample has the shape \(shapeText(shape))",
        help: "add the layer `flatten` before it", rule: "A dense layer takes samples that are rows",
        reason:
          "Each of its units weighs all numbers of a sample, so `flatten` turns an image into one row first.",
        wrong: .network(of: ["dense: {units: 10, activation: softmax}"]),
        right: .network("dense: {units: 10, activation: softmax}"))
    case .tooManyParameters(let limit):
      ProblemRecord(
        "TB-E-104", "up to this layer the model has more than \(limit) parameters", help: "use fewer units",
        rule: "A model's parameters fit into memory",
        reason: "A dense layer has a weight for each pair of an input and a unit, so two large layers in a "
          + "row have very many.")
    }
  }

  static let references = [
    reference(of: noLayers), reference(of: denseNeedsFlatInput),
    reference(of: tooManyParameters),
  ]
}
