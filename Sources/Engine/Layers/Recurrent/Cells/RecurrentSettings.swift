import Options

/// The options that all recurrent layers share.
package struct RecurrentSettings: Sendable {
  package var units: Int
  package var usesBias = true
  package var kernelInitializer: any Initializer = GlorotUniform()
  package var recurrentInitializer: any Initializer = Orthogonal()
  package var biasInitializer: any Initializer = Zeros()
  var kernelRules = WeightRules()
  var recurrentRules = WeightRules()
  var biasRules = WeightRules()
  package var returnsSequences = false
  package var goesBackwards = false
  /// A Boolean value that puts the outputs of a layer that goes backwards into the order of its inputs.
  var keepsInputOrder = false

  package init(units: Int) { self.units = units }

  /// Reads the first of the options.
  static func readUnits(_ options: inout OptionReader) -> RecurrentSettings {
    RecurrentSettings(
      units: options.read(
        "units", .integer(.within(1...65536)), help: "How many numbers the layer keeps from step to step."))
  }

  /// Reads the options after the activations.
  mutating func readRest(_ options: inout OptionReader) {
    usesBias = options.read(
      "use_bias", .flag, default: true, help: "Whether a trainable number is added to each weighted sum.")
    kernelInitializer = options.read(
      "kernel_initializer", .member(of: Initializers.catalogue), default: "glorot_uniform",
      help: "How the weights of the inputs start.")
    recurrentInitializer = options.read(
      "recurrent_initializer", .member(of: Initializers.catalogue), default: "orthogonal",
      help: "How the weights of the step before start.")
    biasInitializer = options.read(
      "bias_initializer", .member(of: Initializers.catalogue), default: "zeros",
      help: "How the added numbers start.")
  }

  /// Reads the last of the options: the order of steps, and the rules for weights.
  mutating func readOrder(_ options: inout OptionReader) {
    returnsSequences = options.read(
      "return_sequences", .flag, default: false,
      help: "Whether the outputs of all steps are returned, not only those of the last.")
    goesBackwards = options.read(
      "go_backwards", .flag, default: false,
      help: "Whether the steps are read from the last to the first; all outputs are then in that order.")
    kernelRules = options.readRules("kernel", for: "the weights of the inputs")
    recurrentRules = options.readRules("recurrent", for: "the weights of the step before")
    biasRules = options.readRules("bias", for: "the added numbers")
  }

  var order: StepOrder {
    StepOrder(
      goesBackwards: goesBackwards, returnsSequences: returnsSequences,
      reversesOutputs: goesBackwards && keepsInputOrder)
  }
}
