import Options

/// What a network is made of: a specification, with the operations that carry it out.
package protocol Layer: Configurable {
  /// The shape of one output sample for the shape of one input sample.
  func outputShape(for input: [Int]) throws(ModelProblem) -> [Int]

  /// The numbers that training moves, for an input of that shape; none by default.
  func variables(for input: [Int]) -> [VariableSpecification]

  /// What the layer applies to its outputs last, if it is an activation.
  var activation: (any Activation)? { get }

  /// Adds what carries the layer out to a network under construction.
  func build(into network: inout NetworkBuilder)

  /// Adds the memory of what `build` adds.
  func addMemory(to memory: inout NetworkMemory)
}

extension Layer {
  package func variables(for input: [Int]) -> [VariableSpecification] { [] }
  package var activation: (any Activation)? { nil }
}

/// One of a layer's arrays of trainable numbers: its name, shape and first values.
package struct VariableSpecification: Sendable {
  /// Keras's name: `kernel`, `bias`.
  package let name: String
  package let shape: [Int]
  package let initializer: any Initializer

  /// The number of trainable numbers; the greatest there is where the product of the lengths is beyond it.
  package var count: Int {
    shape.reduce(1) { product, length in
      let (next, overflow) = product.multipliedReportingOverflow(by: length)
      return overflow ? .max : next
    }
  }
}
