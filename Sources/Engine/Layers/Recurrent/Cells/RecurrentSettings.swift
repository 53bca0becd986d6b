import Options

/// The options that all recurrent layers share.
package struct RecurrentSettings: Sendable {
  package var units: Int
  package var kernel = WeightSettings(GlorotUniform())
  package var recurrentKernel = WeightSettings(Orthogonal())
  /// `nil` for a layer without one.
  package var bias: WeightSettings? = WeightSettings(Zeros())
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
  mutating func readWeights(_ options: inout OptionReader) {
    kernel = options.readWeights("kernel", for: "the weights of the inputs")
    recurrentKernel = options.readWeights(
      "recurrent", for: "the weights of the step before", initializer: "orthogonal")
    bias = options.readBias()
  }

  /// Reads the last of the options: the order of steps.
  mutating func readOrder(_ options: inout OptionReader) {
    returnsSequences = options.read(
      "return_sequences", .flag, default: false,
      help: "Whether the outputs of all steps are returned, not only those of the last.")
    goesBackwards = options.read(
      "go_backwards", .flag, default: false,
      help: "Whether the steps are read from the last to the first; all outputs are then in that order.")
  }

  var order: StepOrder {
    StepOrder(
      goesBackwards: goesBackwards, returnsSequences: returnsSequences,
      reversesOutputs: goesBackwards && keepsInputOrder)
  }
}
