import Options

/// A layer that weighs the numbers of a window, the same way at each position: a convolution as neural networks mean it.
protocol ConvolutionLayer: Layer {
  /// The dimensions that the windows slide over.
  static var dimensions: Int { get }
  var convolution: Convolution { get }
}

/// The options of a convolution.
struct Convolution: Sendable {
  let filters: Int
  /// One for each dimension.
  let windows: [Window]
  let activation: any Activation
  let kernel: WeightSettings
  let bias: WeightSettings?
  let activityRegularizer: (any Regularizer)?

  init(_ options: inout OptionReader, dimensions: Int) {
    filters = options.read(
      "filters", .integer(.within(1...65536)), help: "How many outputs there are at each position.")
    let sizes = options.read(
      "kernel_size", .extents(dimensions),
      help: "How far a window reaches: one length, or one for each dimension.")
    let strides = options.read(
      "strides", .extents(dimensions), default: 1, help: "How far apart the windows are.")
    let padding = options.read(
      "padding", .choice(of: Window.Padding.self), default: "valid",
      help: "`valid` keeps windows within the sample, `same` adds zeros around it so that it keeps its size.")
    let dilations = options.read(
      "dilation_rate", .extents(dimensions), default: 1,
      help: "How far apart the numbers of one window are.")
    activation = options.read(
      "activation", .member(of: Activations.catalogue), default: "linear",
      help: "The function applied to each weighted sum.")
    kernel = options.readWeights("kernel", for: "the weights")
    bias = options.readBias()
    activityRegularizer = options.readActivityRegularizer()
    windows = (0..<dimensions).map { dimension in
      Window(
        size: sizes[dimension], stride: strides[dimension], dilation: dilations[dimension], padding: padding)
    }
  }
}

extension ConvolutionLayer {
  package static var exampleOptions: OptionValue {
    ["filters": 8, "kernel_size": 3, "activation": "relu"]
  }

  package var activation: (any Activation)? { convolution.activation }

  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    try ImageShape(input, dimensions: Self.dimensions, layer: Self.name)
      .sliding(convolution.windows, channels: convolution.filters, layer: Self.name).shape
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    guard let image = try? ImageShape(input, dimensions: Self.dimensions, layer: Self.name) else { return [] }
    let kernel = convolution.windows.map(\.size) + [image.channels, convolution.filters]
    return [convolution.kernel.variable("kernel", shape: kernel)]
      + [convolution.bias?.variable("bias", shape: [convolution.filters])].compactMap(\.self)
  }

  package func build(into network: inout NetworkBuilder) {
    guard let plan = ConvolutionPlan(self, network.output.shape) else { return }
    network.reshape(to: plan.input.shape)
    if network.output.gradient != nil { network.spread() }
    network.append { ConvolutionOperation($0, plan, usesBias: convolution.bias != nil) }
    convolution.activation.build(into: &network)
    network.penalize(by: convolution.activityRegularizer)
  }

  package func addMemory(to memory: inout NetworkMemory) {
    guard let plan = ConvolutionPlan(self, memory.shape) else { return }
    memory.reshape(to: plan.input.shape)
    if memory.needsInputGradient { memory.spread() }
    ConvolutionOperation.addMemory(to: &memory, plan, usesBias: convolution.bias != nil)
    convolution.activation.addMemory(to: &memory)
  }
}
