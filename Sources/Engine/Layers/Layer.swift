import Options

/// A building block of a model: a specification, and the operations that compute it.
package protocol Layer: Configurable {
  /// The name of the layer in notebooks.
  var kind: String { get }

  /// A Boolean value that indicates whether training leaves the layer's weights as they are.
  var isFrozen: Bool { get }

  /// Returns the shape of an output sample for the shape of an input sample.
  func outputShape(for input: [Int]) throws(ModelProblem) -> [Int]

  /// Returns the layer's arrays of weights and state for an input shape; none by default.
  func variables(for input: [Int]) -> [VariableSpecification]

  /// The activation that computes the layer's outputs, if there is one.
  var activation: (any Activation)? { get }

  /// A Boolean value that indicates whether the layer can read sparse input, as the first layer of a network.
  var readsSparseInput: Bool { get }

  /// A Boolean value that indicates whether the outputs are the inputs, in another shape at most. The last activation
  /// is then that of the layer before.
  var isTransparent: Bool { get }

  /// A Boolean value that indicates whether a trainer can measure the layer: its first operation has a probe.
  var hasProbe: Bool { get }

  /// The number of token ids that the layer tells apart, if its input consists of them; `nil` if it reads numbers.
  var tokenCount: Int? { get }

  /// The layer itself, if it is recurrent.
  var recurrence: (any RecurrentLayer)? { get }

  /// The layers that it holds, in the order in which they are written; those in which these hold others are not among
  /// them.
  var innerLayers: [any Layer] { get }

  /// Returns the path to the first layer within it, at any depth, that cannot be built for an input shape; none if there is
  /// no such layer.
  func misfit(for input: [Int]) -> [LayerStep]

  /// A Boolean value that indicates whether the layer changes the inputs of the network, and so stands before all
  /// weights: it computes no gradient.
  var augmentsInputs: Bool { get }

  /// Appends the operations of the layer to a network.
  func build(into network: inout NetworkBuilder)

  /// Adds the memory that `build` will allocate.
  func addMemory(to memory: inout NetworkMemory)

  /// The layers of a small network for images of digits, as the reference shows it; by default this one between
  /// `flatten` and the output.
  static var exampleLayers: [OptionValue] { get }
}

extension Layer {
  /// The last layer of the example: ten classes.
  package static var exampleOutput: OptionValue { ["dense": ["units": 10, "activation": "softmax"]] }
  package static var exampleLayers: [OptionValue] { ["flatten", writtenExample, exampleOutput] }
  package var kind: String { Self.name }
  package var isFrozen: Bool { false }
  package func variables(for input: [Int]) -> [VariableSpecification] { [] }
  package var activation: (any Activation)? { nil }
  package var readsSparseInput: Bool { false }
  package var isTransparent: Bool { false }
  package var hasProbe: Bool { false }
  package var tokenCount: Int? { nil }
  package var recurrence: (any RecurrentLayer)? { nil }
  package var innerLayers: [any Layer] { [] }
  package func misfit(for input: [Int]) -> [LayerStep] { [] }
  package var augmentsInputs: Bool { innerLayers.contains { $0.augmentsInputs } }
}

extension Layer {
  /// Checks that the layer takes samples of a shape, and that its arrays can be made.
  ///
  /// - Returns: the shape of an output sample.
  func check(for input: [Int]) throws(ModelProblem) -> [Int] {
    let shape = try outputShape(for: input)
    for variable in variables(for: input) {
      try variable.initializer.check(shape: variable.shape)
      try variable.rules.constraint?.check(shape: variable.shape)
    }
    return shape
  }
}

/// A step from a layer to one that it holds.
package enum LayerStep: Sendable, Hashable {
  /// To the value of an option.
  case option(String)
  /// To an element of a list.
  case element(Int)
}
