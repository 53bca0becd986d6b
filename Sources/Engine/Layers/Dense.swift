import Options

/// A fully connected layer: `activation(x · kernel + bias)` with a kernel of shape (inputs, units).
package struct Dense: Layer {
  package static let name = "dense"
  package static let abstract = "A fully connected layer: every output is a weighted sum of all inputs."
  package static let exampleOptions: OptionValue = ["units": 30, "activation": "relu"]

  package let units: Int
  package let activation: (any Activation)?
  package let usesBias: Bool
  package let kernelInitializer: any Initializer
  package let biasInitializer: any Initializer
  private let kernelRules: WeightRules
  private let biasRules: WeightRules
  private let activityRegularizer: (any Regularizer)?

  package init(
    units: Int, activation: any Activation = Linear(), usesBias: Bool = true,
    kernelInitializer: any Initializer = GlorotUniform(), biasInitializer: any Initializer = Zeros(),
    kernelRules: WeightRules = WeightRules(), biasRules: WeightRules = WeightRules(),
    activityRegularizer: (any Regularizer)? = nil
  ) {
    self.units = units
    self.activation = activation
    self.usesBias = usesBias
    self.kernelInitializer = kernelInitializer
    self.biasInitializer = biasInitializer
    self.kernelRules = kernelRules
    self.biasRules = biasRules
    self.activityRegularizer = activityRegularizer
  }

  package init(_ options: inout OptionReader) {
    units = options.read("units", .integer(.within(1...65536)), help: "How many outputs the layer has.")
    activation = options.read(
      "activation", .member(of: Activations.catalogue), default: "linear",
      help: "The function applied to each weighted sum.")
    usesBias = options.read(
      "use_bias", .flag, default: true, help: "Whether a trainable number is added to each weighted sum.")
    kernelInitializer = options.read(
      "kernel_initializer", .member(of: Initializers.catalogue), default: "glorot_uniform",
      help: "How the weights start.")
    biasInitializer = options.read(
      "bias_initializer", .member(of: Initializers.catalogue), default: "zeros",
      help: "How the added numbers start.")
    kernelRules = options.readRules("kernel", for: "the weights")
    biasRules = options.readRules("bias", for: "the added numbers")
    activityRegularizer = options.readActivityRegularizer()
  }

  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    guard input.count == 1 else { throw .denseNeedsFlatInput(input) }
    return [units]
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    let kernel = VariableSpecification(
      name: "kernel", shape: [input.reduce(1, *), units], initializer: kernelInitializer, rules: kernelRules)
    let bias = VariableSpecification(
      name: "bias", shape: [units], initializer: biasInitializer, rules: biasRules)
    return usesBias ? [kernel, bias] : [kernel]
  }

  package var readsSparseInput: Bool { true }
  package var hasProbe: Bool { true }

  package func build(into network: inout NetworkBuilder) {
    network.append { DenseOperation($0, units: units, usesBias: usesBias) }
    if let activation { activation.build(into: &network) }
    network.penalize(by: activityRegularizer)
  }

  package func addMemory(to memory: inout NetworkMemory) {
    DenseOperation.addMemory(to: &memory, units: units, usesBias: usesBias)
    activation?.addMemory(to: &memory)
  }
}
