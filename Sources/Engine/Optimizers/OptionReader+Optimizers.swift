import Options

/// Options that several optimizers have.
extension OptionReader {
  /// Reads the share of a running mean that is kept from step to step.
  mutating func readKeptShare(
    _ name: String, of mean: String, default share: OptionValue
  ) -> Double {
    read(
      name, .number(.within(0..<1)), default: share, help: "How much of \(mean) is kept from step to step.")
  }

  /// Reads `epsilon`.
  mutating func readEpsilon() -> Double {
    read(
      "epsilon", .number(.positiveFloat), default: 1e-7,
      help: "What keeps steps finite when gradients are zero.")
  }

  /// Reads the options of all optimizers that change gradients and weights before each step.
  ///
  /// - Parameter weightDecay: the default weight decay; `nil` for none.
  mutating func readGradientRules(weightDecay defaultDecay: OptionValue? = nil) -> [any GradientRule] {
    let clipping = readGradientClipping()
    return (clipping.map { [$0] } ?? []) + readWeightDecay(default: defaultDecay)
  }
}
