import Diagnostics
import Engine

extension ModelProblem: Problem {
  package var record: ProblemRecord {
    switch self {
    case .noLayers:
      ProblemRecord(
        "TB-E-101", "a model needs at least one layer",
        help: "add a layer such as `- dense: {units: 10, activation: softmax}`", rule: "A model has layers",
        reason: "A model without layers would return its input and have nothing to learn.",
        wrong: .cell("{model} other", "layers: [{repeat: 0, layers: [flatten]}]"),
        right: .network("dense: {units: 10, activation: softmax}"))
    case .denseNeedsFlatInput(let shape):
      ProblemRecord(
        "TB-E-102",
        "dense takes one row of numbers for each sample, and here a sample has the shape \(shapeText(shape))",
        help: "add the layer `flatten` before it", rule: "A dense layer takes samples that are rows",
        reason:
          "Each of its units has a weight for every number of a sample, so `flatten` turns an image into one "
          + "row first.",
        wrong: .network(of: ["dense: {units: 10, activation: softmax}"]),
        right: .network("dense: {units: 10, activation: softmax}"))
    case .tooManyParameters(let limit):
      ProblemRecord(
        "TB-E-104", "up to this layer the model has more than \(limit) parameters", help: "use fewer units",
        rule: "A model's parameters fit in memory",
        reason: "A dense layer has a weight for each pair of an input and a unit, so two large layers in a "
          + "row have a great many.")
    case .needsPositions(let layer, let dimensions, let shape):
      ProblemRecord(
        "TB-E-105",
        "\(layer) takes \(Self.samples(dimensions)), and here a sample has the shape \(shapeText(shape))",
        help: "put it before `flatten`, or give samples a shape with `reshape` first",
        rule: "Windows slide over images or sequences",
        reason:
          "An image has a height and a width, a sequence has steps; both may have channels. In a flat row, "
          + "no numbers are neighbours.",
        wrong: .images("flatten", "conv2d: {filters: 4, kernel_size: 3}"),
        right: .images("conv2d: {filters: 4, kernel_size: 3}"))
    case .windowTooLarge(let layer, let window, let shape):
      ProblemRecord(
        "TB-E-106",
        "the window of \(layer) spans \(Self.lengths(window)), and here a sample has the shape "
          + "\(shapeText(shape))",
        help: "use a smaller window, fewer layers that shrink the sample, or `padding: same`",
        rule: "A window fits into the sample",
        reason: "Each convolution without padding, and each pooling, makes images smaller.",
        wrong: .images("conv2d: {filters: 4, kernel_size: 29}"),
        right: .images("conv2d: {filters: 4, kernel_size: 3}"))
    case .cannotReshape(let input, let target):
      ProblemRecord(
        "TB-E-107",
        "a sample of shape \(shapeText(input)) has \(counted(input.reduce(1, *), "number")), which do not "
          + "fill the shape \(shapeText(target))",
        help: "the lengths must multiply to as many numbers; one of them may be -1",
        rule: "A reshaped sample keeps all of its numbers", reason: "None is added, and none is left out.",
        wrong: .images("reshape: [7, 7, 1]", "flatten"), right: .images("reshape: [14, 56]", "flatten"))
    case .initializerNeedsMatrix(let initializer, let shape):
      ProblemRecord(
        "TB-E-121",
        "\(initializer) fills matrices, and here it is given an array of shape \(shapeText(shape))",
        help: "use it as the `kernel_initializer` of a dense layer",
        rule: "Some initializers are only for matrices",
        reason: "A diagonal and orthogonal rows need a matrix, and an array of biases is not one.",
        wrong: .network("dense: {units: 10, bias_initializer: identity, activation: softmax}"),
        right: .network("dense: {units: 10, kernel_initializer: identity, activation: softmax}"))
    case .initializerIsSlow(let initializer, let shape):
      ProblemRecord(
        "TB-E-122", "\(initializer) would take too long for an array of shape \(shapeText(shape))",
        help: "use fewer units, or an initializer such as glorot_uniform",
        rule: "Initial weights are made in seconds",
        reason: "The time to make rows orthogonal grows with the cube of their number.")
    case .needsSteps(let layer, let shape):
      ProblemRecord(
        "TB-E-111",
        "\(layer) takes samples that consist of steps, and here a sample has the shape \(shapeText(shape))",
        help: shape.count < 2
          ? "leave out `flatten` before it, and give a recurrent layer before it `return_sequences: true`"
          : "add `time_distributed: {layer: flatten}` before it",
        rule: "A layer that goes through steps takes samples with steps",
        reason: "Such a sample is a table of (steps, numbers): the rows of an image, or the moments of a "
          + "series. A single row of numbers has no steps, and a recurrent layer reads one row at each step.",
        wrong: .network("lstm: 8", "dense: {units: 10, activation: softmax}"),
        right: .network(of: ["lstm: 8", "dense: {units: 10, activation: softmax}"]))
    case .embeddingNeedsRow(let shape):
      ProblemRecord(
        "TB-E-112",
        "embedding takes one row of token ids for each sample, and here a sample has the shape "
          + shapeText(shape),
        help: "add the layer `flatten` before it",
        rule: "An embedding takes samples that are rows of token ids",
        reason: "Each id of the row gets a vector, so the samples become tables of (steps, numbers).",
        wrong: .network(of: [Self.embedding, "flatten", Self.output]),
        right: .network(Self.embedding, "flatten", Self.output))
    case .embeddingNeedsTokens:
      ProblemRecord(
        "TB-E-113", "embedding reads token ids, and the layers before it turn them into other numbers",
        help: "put it before them", rule: "An embedding reads the data's token ids",
        reason: "It looks up a vector for each whole number. Other layers do not compute whole numbers, and "
          + "no gradient would reach them.",
        wrong: .network("dense: 30", Self.embedding, "flatten", Self.output),
        right: .network(Self.embedding, "flatten", Self.output))
    case .needsRecurrentLayer(let found):
      ProblemRecord(
        "TB-E-114", "bidirectional holds a recurrent layer, and \(found) is not one",
        help: "give it simple_rnn, lstm or gru", rule: "A bidirectional layer holds a recurrent one",
        reason: "It reads the steps once forwards and once backwards. For other layers, the order of the "
          + "steps makes no difference.",
        wrong: .network(of: ["bidirectional: {layer: {dense: 8}}", Self.output]),
        right: .network(of: ["bidirectional: {layer: {lstm: 8}}", Self.output]))
    case .branchesDiffer(let layer, let one, let other, let merging):
      ProblemRecord(
        "TB-E-131",
        "the branches of \(layer) return samples of the shapes \(shapeText(one)) and \(shapeText(other)), which "
          + "cannot be \(merging)",
        help: layer == Residual.name
          ? "let its layers return the shape that they are given, or add a `shortcut` that changes the shape "
            + "as they do"
          : "let all branches return the same shape; only with `concatenate` may the last number differ",
        rule: "Branches that are merged return the same shape",
        reason:
          "A sum and a mean combine the branches position by position. With `concatenate`, the last "
          + "dimension may differ, such as the channels of images.",
        wrong: .network("residual: {layers: [{dense: 30}]}", Self.output),
        right: .network("residual: {layers: [{dense: 30}], shortcut: [{dense: 30}]}", Self.output))
    case .mergedTooLarge(let layer, let limit):
      ProblemRecord(
        "TB-E-132", "the branches of \(layer) return more than \(limit) numbers for each sample",
        help: "use fewer branches, or fewer channels in them", rule: "Merged branches fit in memory",
        reason: "Concatenated branches have the channels of all, so a few in a row make a great many.")
    case .nestedTooDeeply(let limit):
      ProblemRecord(
        "TB-E-133", "layers are nested more than \(limit) levels deep", help: "nest fewer",
        rule: "Layers are nested only a few levels deep",
        reason: "Nobody can follow a network through so many levels; one list after another says the same.")
    case .tooManyInnerLayers(let limit):
      ProblemRecord(
        "TB-E-134", "a layer may hold at most \(limit) layers", help: "divide them among several layers",
        rule: "A layer holds at most 1,000 layers",
        reason: "As in a model, more of them are a mistake rather than a network that can be trained.")
    case .augmentsLate(let layer):
      ProblemRecord(
        "TB-E-135", "\(layer) changes the images of the data, and here layers with weights come before it",
        help: "put it before all layers that have weights",
        rule: "Images are augmented before the first weights",
        reason:
          "It varies the images of the data. What layers with weights compute is no longer an image, and no "
          + "gradient would reach their weights.",
        wrong: .images("conv2d: {filters: 4, kernel_size: 3}", "random_flip: horizontal"),
        right: .images("random_flip: horizontal", "conv2d: {filters: 4, kernel_size: 3}"))
    case .cannotShareAxis(let axis, let shape):
      ProblemRecord(
        "TB-E-192",
        "prelu shares slopes along dimension \(axis), and here a sample has the shape \(shapeText(shape))",
        help: "use axes from 1 to \(shape.count), or leave them out",
        rule: "Slopes are shared along dimensions of the sample",
        reason:
          "Dimensions are counted from 1: an image of shape (height, width, channels) with the shared axes "
          + "1 and 2 has one slope for each channel.",
        wrong: .network("dense: 30", "prelu: {shared_axes: [2]}", Self.output),
        right: .network("dense: 30", "prelu: {shared_axes: [1]}", Self.output))
    case .noSuchAxis(let constraint, let axis, let shape):
      ProblemRecord(
        "TB-E-136",
        "\(constraint) takes norms along dimension \(axis), which an array of shape \(shapeText(shape)) "
          + "does not have",
        help: "use an axis from 0 to \(shape.count - 1), or leave it out",
        rule: "A constraint takes norms along dimensions of the weights",
        reason: "The kernel of a dense layer has the shape (inputs, units), so axis 0 takes the norm of each "
          + "unit's weights.",
        wrong: .network("dense: {units: 10, kernel_constraint: {max_norm: {axis: 2}}, activation: softmax}"),
        right: .network("dense: {units: 10, kernel_constraint: {max_norm: {axis: 0}}, activation: softmax}"))
    }
  }

  static let references = [
    reference(of: noLayers), reference(of: denseNeedsFlatInput),
    reference(of: tooManyParameters), reference(of: needsPositions), reference(of: windowTooLarge),
    reference(of: cannotReshape), reference(of: initializerNeedsMatrix), reference(of: initializerIsSlow),
    reference(of: needsSteps), reference(of: embeddingNeedsRow), reference(of: embeddingNeedsTokens),
    reference(of: needsRecurrentLayer), reference(of: branchesDiffer), reference(of: mergedTooLarge),
    reference(of: nestedTooDeeply), reference(of: tooManyInnerLayers), reference(of: augmentsLate),
    reference(of: noSuchAxis), reference(of: cannotShareAxis),
  ]

  private static let embedding = "embedding: {input_dim: 256, output_dim: 4}"
  private static let output = "dense: {units: 10, activation: softmax}"

  private static func samples(_ dimensions: Int) -> String {
    dimensions == 1
      ? "sequences of shape (steps, channels)"
      : "images of shape (height, width) or (height, width, channels)"
  }

  private static func lengths(_ window: [Int]) -> String { window.map(String.init).joined(separator: " × ") }
}
