import Options

/// A layer whose weights training leaves as they are: no gradient of them is taken, and the optimizer keeps no state for
/// them. Batch normalization then uses its running statistics, as in Keras.
struct FrozenLayer: Layer {
  static let name = "frozen"
  static let abstract = "A layer whose weights are not trained."

  private let layer: any Layer

  init(_ layer: any Layer) { self.layer = layer }
  init(_ options: inout OptionReader) { layer = Flatten(&options) }

  var kind: String { layer.kind }
  var isFrozen: Bool { true }
  var activation: (any Activation)? { layer.activation }
  var readsSparseInput: Bool { layer.readsSparseInput }
  var isTransparent: Bool { layer.isTransparent }
  var hasProbe: Bool { layer.hasProbe }
  var tokenCount: Int? { layer.tokenCount }
  var recurrence: (any RecurrentLayer)? { layer.recurrence }
  var innerLayers: [any Layer] { layer.innerLayers }
  var augmentsInputs: Bool { layer.augmentsInputs }

  func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] { try layer.outputShape(for: input) }

  func variables(for input: [Int]) -> [VariableSpecification] {
    layer.variables(for: input).map(\.frozen)
  }

  func misfit(for input: [Int]) -> [LayerStep] { layer.misfit(for: input) }

  func build(into network: inout NetworkBuilder) { network.freeze { layer.build(into: &$0) } }
  func addMemory(to memory: inout NetworkMemory) { memory.freeze { layer.addMemory(to: &$0) } }
}
