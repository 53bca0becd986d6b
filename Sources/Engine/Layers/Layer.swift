import Options

/// What a network is made of: a specification, with the operations that carry it out.
package protocol Layer: Configurable {
  /// The shape of one output sample for the shape of one input sample.
  func outputShape(for input: [Int]) throws(ModelProblem) -> [Int]

  /// The layer's arrays of numbers, for an input of that shape; none by default.
  func variables(for input: [Int]) -> [VariableSpecification]

  /// What the layer applies to its outputs last, if it is an activation.
  var activation: (any Activation)? { get }

  /// The layer, as a network's first that computes something, can take its inputs as lists of their non-zero numbers.
  var readsSparseInput: Bool { get }

  /// The layer passes numbers on as they are, so that what the layer before it applies last is still what is applied last.
  var isTransparent: Bool { get }

  /// The layer's first operation has a probe, so that a trainer can measure the layer.
  var hasProbe: Bool { get }

  /// Adds what carries the layer out to a network under construction.
  func build(into network: inout NetworkBuilder)

  /// Adds the memory of what `build` adds.
  func addMemory(to memory: inout NetworkMemory)

  /// The layers of a small network for images of digits, as the reference shows it; by default this one between
  /// `flatten` and the output.
  static var exampleLayers: [OptionValue] { get }
}

extension Layer {
  /// The last layer of the example: ten classes.
  package static var exampleOutput: OptionValue { ["dense": ["units": 10, "activation": "softmax"]] }
  package static var exampleLayers: [OptionValue] { ["flatten", writtenExample, exampleOutput] }
  package func variables(for input: [Int]) -> [VariableSpecification] { [] }
  package var activation: (any Activation)? { nil }
  package var readsSparseInput: Bool { false }
  package var isTransparent: Bool { false }
  package var hasProbe: Bool { false }
}

/// One of a layer's arrays of numbers: its name, shape and first values.
package struct VariableSpecification: Sendable {
  /// Keras's name: `kernel`, `bias`.
  package let name: String
  package let shape: [Int]
  package let initializer: any Initializer
  /// Training moves the numbers along their gradient; others, such as running means, are moved by the layer itself.
  package let isTrainable: Bool

  package init(name: String, shape: [Int], initializer: any Initializer, isTrainable: Bool = true) {
    self.name = name
    self.shape = shape
    self.initializer = initializer
    self.isTrainable = isTrainable
  }

  /// The number of numbers; the greatest there is where the product of the lengths is beyond it.
  package var count: Int {
    shape.reduce(1) { product, length in
      let (next, overflow) = product.multipliedReportingOverflow(by: length)
      return overflow ? .max : next
    }
  }
}
