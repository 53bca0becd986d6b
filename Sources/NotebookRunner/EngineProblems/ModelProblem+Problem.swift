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
    case .needsSteps(let layer, let shape):
      ProblemRecord(
        "TB-E-111",
        "\(layer) takes samples that consist of steps, and here a sample has the shape \(shapeText(shape))",
        help: shape.count < 2
          ? "leave out `flatten` before it, and give a recurrent layer before it `return_sequences: true`"
          : "add `time_distributed: {layer: flatten}` before it",
        rule: "A layer that goes through steps takes samples that consist of steps",
        reason: "A sample is then a table of (steps, numbers): an image is its rows of pixels, a series its "
          + "moments. One row of numbers has no steps, and a recurrent layer reads one row at each.",
        wrong: .network("lstm: 8", "dense: {units: 10, activation: softmax}"),
        right: .network(of: ["lstm: 8", "dense: {units: 10, activation: softmax}"]))
    case .embeddingNeedsRow(let shape):
      ProblemRecord(
        "TB-E-112",
        "embedding takes one row of token ids for each sample, and here a sample has the shape "
          + shapeText(shape),
        help: "add the layer `flatten` before it",
        rule: "An embedding takes samples that are rows of token ids",
        reason: "Each id of the row gets a vector, so that the samples become tables of (steps, numbers).",
        wrong: .network(of: [Self.embedding, "flatten", Self.output]),
        right: .network(Self.embedding, "flatten", Self.output))
    case .embeddingNeedsTokens:
      ProblemRecord(
        "TB-E-113", "embedding reads token ids, and the layers before it make other numbers of them",
        help: "put it before them", rule: "An embedding reads the data's token ids",
        reason: "It looks up a vector for each whole number. What other layers compute are no such numbers, "
          + "and no gradient would reach them.",
        wrong: .network("dense: 30", Self.embedding, "flatten", Self.output),
        right: .network(Self.embedding, "flatten", Self.output))
    case .needsRecurrentLayer(let found):
      ProblemRecord(
        "TB-E-114", "bidirectional holds a recurrent layer, and \(found) is none",
        help: "give it simple_rnn, lstm or gru", rule: "A bidirectional layer holds a recurrent one",
        reason: "It reads the steps once from the first to the last and once backwards. For other layers the "
          + "order of the steps makes no difference.",
        wrong: .network(of: ["bidirectional: {layer: {dense: 8}}", Self.output]),
        right: .network(of: ["bidirectional: {layer: {lstm: 8}}", Self.output]))
    }
  }

  static let references = [
    reference(of: noLayers), reference(of: denseNeedsFlatInput),
    reference(of: tooManyParameters), reference(of: needsSteps), reference(of: embeddingNeedsRow),
    reference(of: embeddingNeedsTokens), reference(of: needsRecurrentLayer),
  ]

  private static let embedding = "embedding: {input_dim: 256, output_dim: 4}"
  private static let output = "dense: {units: 10, activation: softmax}"
}

/// Returns a shape as text: `(28, 28)`.
func shapeText(_ shape: [Int]) -> String {
  shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
}
