/// An array of weights or state of a layer: its name, its shape and its initial values.
package struct VariableSpecification: Sendable {
  /// The name as in Keras: `kernel`, `bias`.
  package private(set) var name: String
  package let shape: [Int]
  package let initializer: any Initializer
  /// A Boolean value that is true for weights, which the optimizer updates, and false for state that the layer updates
  /// itself, such as running means.
  package private(set) var isTrainable: Bool

  package private(set) var rules: WeightRules

  package init(
    name: String, shape: [Int], initializer: any Initializer, rules: WeightRules = WeightRules(),
    isTrainable: Bool = true
  ) {
    self.rules = rules
    self.name = name
    self.shape = shape
    self.initializer = initializer
    self.isTrainable = isTrainable
  }

  /// Returns the same array with another name.
  func named(_ name: String) -> VariableSpecification {
    var other = self
    other.name = name
    return other
  }

  /// The same array, left by training as it is: without a penalty too, as in Keras.
  var frozen: VariableSpecification {
    var other = self
    other.isTrainable = false
    other.rules = WeightRules()
    return other
  }

  /// The number of elements; `Int.max` if it overflows.
  package var count: Int {
    shape.reduce(1) { product, length in
      let (next, overflow) = product.multipliedReportingOverflow(by: length)
      return overflow ? .max : next
    }
  }
}
