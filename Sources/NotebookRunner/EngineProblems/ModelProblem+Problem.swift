import Diagnostics
import Engine

extension ModelProblem: Problem {
  package var code: String {
    switch self {
    case .noLayers: "TB-E-101"
    case .denseNeedsFlatInput: "TB-E-102"
    case .tooManyParameters: "TB-E-104"
    }
  }

  package var message: String {
    switch self {
    case .noLayers: "a model needs at least one layer"
    case .denseNeedsFlatInput(let shape):
      "dense takes one row of numbers for each sample, and here a sample has the shape \(shapeText(shape))"
    case .tooManyParameters(let limit): "up to this layer the model has more than \(limit) parameters"
    }
  }

  package var help: String? {
    switch self {
    case .noLayers: "add a layer such as `- dense: {units: 10, activation: softmax}`"
    case .denseNeedsFlatInput: "add the layer `flatten` before it"
    case .tooManyParameters: "use fewer units"
    }
  }

  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-E-101", "A model has layers",
      "A model without layers would return its input, and have nothing to learn.",
      wrong: .cell("{model} other", "layers: [{repeat: 0, layers: [flatten]}]"),
      right: .network("dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-102", "A dense layer takes samples that are rows",
      "Each of its units weighs all numbers of a sample, so `flatten` turns an image into one row first.",
      wrong: .network(of: ["dense: {units: 10, activation: softmax}"]),
      right: .network("dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-104", "A model's parameters fit into memory",
      "A dense layer has a weight for each pair of an input and a unit, so two large layers in a row have very many."
    ),
  ]
}

/// Returns a shape as text: `(28, 28)`.
func shapeText(_ shape: [Int]) -> String {
  shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
}
