import Options

/// The trainable scale and shift of each channel that follow a normalization.
struct ChannelAffine: Sendable {
  let epsilon: Double
  let usesGamma: Bool
  let usesBeta: Bool
  private let gammaRules: WeightRules
  private let betaRules: WeightRules

  init(_ options: inout OptionReader) {
    epsilon = options.read(
      "epsilon", .number(.positiveFloat), default: 0.001,
      help: "Added to the variance, so that nothing is divided by zero.")
    usesBeta = options.read(
      "center", .flag, default: true, help: "Whether a trainable number is added to each channel.")
    usesGamma = options.read(
      "scale", .flag, default: true, help: "Whether each channel is multiplied by a trainable number.")
    gammaRules = options.readRules("gamma", for: "the factors")
    betaRules = options.readRules("beta", for: "the added numbers")
  }

  func variables(_ channels: Int) -> [VariableSpecification] {
    [
      usesGamma
        ? VariableSpecification(name: "gamma", shape: [channels], initializer: Ones(), rules: gammaRules)
        : nil,
      usesBeta
        ? VariableSpecification(name: "beta", shape: [channels], initializer: Zeros(), rules: betaRules)
        : nil,
    ]
    .compactMap(\.self)
  }

  /// Adds the memory of the parameters.
  func addMemory(to memory: inout NetworkMemory, _ channels: Int) {
    for _ in variables(channels) { memory.addParameter(shape: [channels]) }
  }
}

/// The parameters of a scale and a shift in a network.
struct ChannelAffineParameters {
  let gamma: Parameter?
  let beta: Parameter?

  init(_ affine: ChannelAffine, channels: Int, isTrained: Bool) {
    gamma = affine.usesGamma ? Parameter(shape: [channels], hasGradient: isTrained) : nil
    beta = affine.usesBeta ? Parameter(shape: [channels], hasGradient: isTrained) : nil
  }

  var all: [Parameter] { [gamma, beta].compactMap(\.self) }

  /// Returns the factor of a channel; 1 without a scale.
  @inline(__always)
  func factor(_ channel: Int) -> Float { gamma?.weightsPointer[channel] ?? 1 }

  /// Returns the addend of a channel; 0 without a shift.
  @inline(__always)
  func addend(_ channel: Int) -> Float { beta?.weightsPointer[channel] ?? 0 }
}
