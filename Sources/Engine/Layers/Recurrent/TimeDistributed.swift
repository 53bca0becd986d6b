import Options

/// A layer that applies another one to each step, with the same weights.
package struct TimeDistributed: Layer {
  package static let name = "time_distributed"
  package static let abstract = "Applies a layer to each step of a sequence, with the same weights."
  package static let exampleOptions: OptionValue = ["layer": ["dense": ["units": 8, "activation": "relu"]]]
  package static var exampleLayers: [OptionValue] { [writtenExample, "flatten", exampleOutput] }

  private let layer: any Layer

  package init(_ layer: any Layer) { self.layer = layer }

  package var innerLayers: [any Layer] { [layer] }

  package init(_ options: inout OptionReader) {
    layer = options.read("layer", .member(of: Layers.catalogue), help: "The layer to apply to each step.")
  }

  package var tokenCount: Int? { layer.tokenCount }

  /// Softmax over each step is none over all outputs, so only an activation of single numbers counts as the layer's.
  package var activation: (any Activation)? {
    layer.activation.flatMap { $0.steepestSlope == nil ? nil : $0 }
  }

  /// Takes samples of shape (steps, …), and returns (steps, …) with what the layer makes of one step.
  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    guard input.count >= 2 else { throw .needsSteps(layer: Self.name, input) }
    return [input[0]] + (try layer.outputShape(for: Array(input.dropFirst())))
  }

  package func misfit(for input: [Int]) -> [LayerStep] {
    let step = Array(input.dropFirst())
    guard input.count >= 2, (try? layer.check(for: step)) == nil else { return [] }
    return [.option("layer")] + layer.misfit(for: step)
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    layer.variables(for: Array(input.dropFirst()))
  }

  package func build(into network: inout NetworkBuilder) {
    network.spread()
    network.append { site in EachStepOperation(site) { layer.build(into: &$0) } }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    memory.spread()
    memory.addEachStep { layer.addMemory(to: &$0) }
  }
}
