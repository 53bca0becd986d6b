import Options

/// A fully connected layer: `activation(x · kernel + bias)` with a kernel of shape (inputs, units).
package struct Dense: Layer {
  package static let name = "dense"
  package static let abstract = "A fully connected layer: every output is a weighted sum of all inputs."
  package static let exampleOptions: OptionValue = ["units": 30, "activation": "relu"]

  package let units: Int
  package let activation: (any Activation)?
  private let kernel: WeightSettings
  private let bias: WeightSettings?
  private let activityRegularizer: (any Regularizer)?

  package init(
    units: Int, activation: any Activation = Linear(),
    kernel: WeightSettings = WeightSettings(GlorotUniform()),
    bias: WeightSettings? = WeightSettings(Zeros())
  ) {
    self.units = units
    self.activation = activation
    self.kernel = kernel
    self.bias = bias
    activityRegularizer = nil
  }

  package init(_ options: inout OptionReader) {
    units = options.read("units", .integer(.within(1...65536)), help: "How many outputs the layer has.")
    activation = options.read(
      "activation", .member(of: Activations.catalogue), default: "linear",
      help: "The function applied to each weighted sum.")
    kernel = options.readWeights("kernel", for: "the weights")
    bias = options.readBias()
    activityRegularizer = options.readActivityRegularizer()
  }

  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    guard input.count == 1 else { throw .denseNeedsFlatInput(input) }
    return [units]
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    [kernel.variable("kernel", shape: [input.reduce(1, *), units])]
      + [bias?.variable("bias", shape: [units])].compactMap(\.self)
  }

  package var readsSparseInput: Bool { true }
  package var hasProbe: Bool { true }

  package func build(into network: inout NetworkBuilder) {
    network.append { DenseOperation($0, units: units, usesBias: bias != nil) }
    if let activation { activation.build(into: &network) }
    network.penalize(by: activityRegularizer)
  }

  package func addMemory(to memory: inout NetworkMemory) {
    DenseOperation.addMemory(to: &memory, units: units, usesBias: bias != nil)
    activation?.addMemory(to: &memory)
  }
}
