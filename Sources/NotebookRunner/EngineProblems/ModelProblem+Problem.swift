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
    case .initializerNeedsMatrix(let initializer, let shape):
      ProblemRecord(
        "TB-E-121",
        "\(initializer) fills matrices, and here it is given for an array of shape \(shapeText(shape))",
        help: "use it as the `kernel_initializer` of a dense layer",
        rule: "Some initializers are for matrices alone",
        reason: "A diagonal and right angles need rows and columns, which an array of biases does not have.",
        wrong: .network("dense: {units: 10, bias_initializer: identity, activation: softmax}"),
        right: .network("dense: {units: 10, kernel_initializer: identity, activation: softmax}"))
    case .initializerIsSlow(let initializer, let shape):
      ProblemRecord(
        "TB-E-122", "\(initializer) would take too long for an array of shape \(shapeText(shape))",
        help: "use fewer units, or an initializer such as glorot_uniform",
        rule: "Initial weights are made in seconds",
        reason: "The time to make directions perpendicular grows with the cube of their number.")
    }
  }

  static let references = [
    reference(of: noLayers), reference(of: denseNeedsFlatInput),
    reference(of: tooManyParameters), reference(of: initializerNeedsMatrix),
    reference(of: initializerIsSlow),
  ]
}

/// Returns a shape as text: `(28, 28)`.
func shapeText(_ shape: [Int]) -> String {
  shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
}
