/// Layers within another one, each of which takes the output of the one before. If there are none, the output is the
/// input itself.
struct LayerSequence: Sendable {
  let layers: [any Layer]

  /// Returns the shape of an output sample for the shape of an input sample.
  func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    var shape = input
    for index in layers.indices {
      try checkOrder(index, input)
      shape = try layers[index].outputShape(for: shape)
    }
    return shape
  }

  /// Checks that a layer may stand after those before it.
  private func checkOrder(_ index: Int, _ input: [Int]) throws(ModelProblem) {
    let (layer, earlier) = (layers[index], layers[..<index])
    if layer.tokenCount != nil, !earlier.allSatisfy(\.isTransparent) { throw .embeddingNeedsTokens }
    if layer.augmentsInputs, !variables(of: earlier, for: input).isEmpty {
      throw .augmentsLate(layer: type(of: layer).name)
    }
  }

  /// Returns the path to the first layer that cannot be built; none if all can.
  func misfit(for input: [Int]) -> [LayerStep] {
    var shape = input
    for index in layers.indices {
      do throws(ModelProblem) {
        try checkOrder(index, input)
        shape = try layers[index].check(for: shape)
      } catch {
        return [.element(index)] + layers[index].misfit(for: shape)
      }
    }
    return []
  }

  /// Returns the arrays of all layers, as in `dense_1/kernel`; those up to the first layer that cannot take its input.
  func variables(for input: [Int]) -> [VariableSpecification] { variables(of: layers[...], for: input) }

  private func variables(of layers: ArraySlice<any Layer>, for input: [Int]) -> [VariableSpecification] {
    var shape = input
    var names = LayerNames()
    var variables: [VariableSpecification] = []
    for layer in layers {
      let name = names.name(of: layer)
      variables += layer.variables(for: shape).map { $0.named("\(name)/\($0.name)") }
      guard let next = try? layer.outputShape(for: shape) else { break }
      shape = next
    }
    return variables
  }

  /// The first layer that computes something.
  private var firstComputing: (any Layer)? { layers.first { !$0.isTransparent } }

  var tokenCount: Int? { firstComputing?.tokenCount }

  var readsSparseInput: Bool { firstComputing?.readsSparseInput ?? false }

  /// Appends the operations of all layers, so that the output has a row for each position.
  ///
  /// - Parameter number: the number of the first layer among those within the outer one.
  func build(into network: inout NetworkBuilder, from number: Int) {
    let outer = network.layer
    var number = number
    for layer in layers {
      network.layer = InnerLayers.key(number, within: outer)
      layer.build(into: &network)
      number += 1 + InnerLayers.count(in: layer)
    }
    network.layer = outer
    network.spread()
  }

  func addMemory(to memory: inout NetworkMemory) {
    for layer in layers { layer.addMemory(to: &memory) }
    memory.spread()
  }
}
