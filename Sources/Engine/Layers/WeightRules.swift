import Options

/// The rules for an array of weights beside the gradient of the loss.
package struct WeightRules: Sendable {
  /// The penalty on its size.
  package var regularizer: (any Regularizer)?
  /// The rule that it is made to follow after each step.
  package var constraint: (any Constraint)?

  package init(regularizer: (any Regularizer)? = nil, constraint: (any Constraint)? = nil) {
    self.regularizer = regularizer
    self.constraint = constraint
  }
}

extension OptionReader {
  /// Reads the rules for an array of weights, such as `kernel_regularizer`.
  ///
  /// - Parameters:
  ///   - array: the array's name in options.
  ///   - numbers: the noun for its numbers.
  mutating func readRules(_ array: String, for numbers: String) -> WeightRules {
    WeightRules(
      regularizer: readIfPresent(
        "\(array)_regularizer", .member(of: Regularizers.catalogue),
        help: "A penalty on the size of \(numbers), added to the loss."),
      constraint: readIfPresent(
        "\(array)_constraint", .member(of: Constraints.catalogue),
        help: "A rule that \(numbers) are made to follow after each step."))
  }
}
