import Options

/// The settings of an array of weights: how it starts, and the rules that it follows.
package struct WeightSettings: Sendable {
  package var initializer: any Initializer
  var rules: WeightRules

  package init(_ initializer: any Initializer, rules: WeightRules = WeightRules()) {
    self.initializer = initializer
    self.rules = rules
  }

  func variable(_ name: String, shape: [Int]) -> VariableSpecification {
    VariableSpecification(name: name, shape: shape, initializer: initializer, rules: rules)
  }
}

extension OptionReader {
  /// Reads the settings of an array of weights, such as `kernel_initializer` and `kernel_regularizer`.
  ///
  /// - Parameters:
  ///   - array: the array's name in options.
  ///   - numbers: the noun for its numbers.
  ///   - initializer: the name of the one that is used by default.
  mutating func readWeights(
    _ array: String, for numbers: String, initializer: OptionValue = "glorot_uniform"
  ) -> WeightSettings {
    WeightSettings(
      read(
        "\(array)_initializer", .member(of: Initializers.catalogue), default: initializer,
        help: "How \(numbers) start."),
      rules: readRules(array, for: numbers))
  }

  /// Reads the settings of a bias, which is added to each weighted sum; `nil` if the layer has none.
  mutating func readBias() -> WeightSettings? {
    let usesBias = read(
      "use_bias", .flag, default: true, help: "Whether a trainable number is added to each weighted sum.")
    let bias = readWeights("bias", for: "the added numbers", initializer: "zeros")
    return usesBias ? bias : nil
  }
}
