import Options

/// Two copies of a recurrent layer, of which one reads the steps from the first to the last and the other backwards.
package struct Bidirectional: Layer {
  package static let name = "bidirectional"
  package static let abstract =
    "Reads the steps with a recurrent layer in both directions, and merges the outputs."
  package static let exampleOptions: OptionValue = ["layer": ["lstm": ["units": 16]], "merge_mode": "concat"]
  package static var exampleLayers: [OptionValue] { [writtenExample, exampleOutput] }

  private let layer: any Layer
  private let merge: BranchMerge

  package init(_ layer: any Layer, merge: BranchMerge = .concat) {
    self.layer = layer
    self.merge = merge
  }

  package var innerLayers: [any Layer] { [layer] }

  package init(_ options: inout OptionReader) {
    layer = options.read(
      "layer", .member(of: Layers.catalogue), help: "The recurrent layer: simple_rnn, lstm or gru.")
    merge = options.read(
      "merge_mode", .choice(of: BranchMerge.self), default: "concat",
      help: "How the outputs of both directions become one: side by side, or their sum, product or mean.")
  }

  /// The layer as given, and in the other direction; both return their outputs in the order of the first.
  private var directions: [(name: String, layer: any Layer)] {
    guard let forward = layer.recurrence else { return [] }
    var backward = forward
    backward.settings.goesBackwards.toggle()
    backward.settings.keepsInputOrder = true
    guard layer.isFrozen else { return [("forward", forward), ("backward", backward)] }
    return [("forward", FrozenLayer(forward)), ("backward", FrozenLayer(backward))]
  }

  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    guard let forward = layer.recurrence else { throw .needsRecurrentLayer(found: layer.kind) }
    let shape = try forward.outputShape(for: input)
    return merge.outputShape(of: [shape, shape])
  }

  package func misfit(for input: [Int]) -> [LayerStep] {
    if let forward = layer.recurrence, (try? forward.check(for: input)) != nil { return [] }
    return [.option("layer")]
  }

  /// Returns the variables of both layers, as in `forward/kernel`.
  package func variables(for input: [Int]) -> [VariableSpecification] {
    directions.flatMap { name, layer in layer.variables(for: input).map { $0.named("\(name)/\($0.name)") } }
  }

  package func build(into network: inout NetworkBuilder) {
    let branches = directions.map { _, layer in
      { (network: inout NetworkBuilder) in layer.build(into: &network) }
    }
    network.append { BranchesOperation($0, branches, merge: merge) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    let branches = directions.map { _, layer in
      { (memory: inout NetworkMemory) in layer.addMemory(to: &memory) }
    }
    BranchesOperation.addMemory(to: &memory, branches, merge: merge)
  }
}
