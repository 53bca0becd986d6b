/// A layer of several branches, which are lists of layers that read the same input.
///
/// Keras has no such layer: the arrays of weights are named after the inner layers, as in `residual/dense_1/kernel` and
/// `parallel/0/conv2d/kernel`.
protocol BranchingLayer: Layer {
  /// The branches in the order of their outputs.
  var branches: [Branch] { get }

  var merging: BranchMerge { get }
}

extension BranchingLayer {
  package var innerLayers: [any Layer] { branches.flatMap(\.layers.layers) }

  package var readsSparseInput: Bool { branches.allSatisfy(\.layers.readsSparseInput) }

  package var tokenCount: Int? { branches.compactMap(\.layers.tokenCount).min() }

  /// Takes samples of any shape that all branches take. Their outputs must have one shape; side by side, up to the last
  /// dimension.
  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    if let excess = InnerLayers.excess(of: self) { throw excess }
    var shapes: [[Int]] = []
    for branch in branches {
      let shape = try branch.layers.outputShape(for: input)
      if let first = shapes.first, !merging.joins(first, shape) {
        throw .branchesDiffer(layer: Self.name, first, shape, merging: merging.phrase)
      }
      shapes.append(shape)
    }
    let numbers = shapes.reduce(0.0) { $0 + $1.reduce(1.0) { $0 * Double($1) } }
    guard numbers <= Double(BranchMerge.largestOutput) else {
      throw .mergedTooLarge(layer: Self.name, limit: BranchMerge.largestOutput)
    }
    return merging.outputShape(of: shapes)
  }

  package func misfit(for input: [Int]) -> [LayerStep] {
    guard InnerLayers.excess(of: self) == nil else { return [] }
    for branch in branches {
      let path = branch.layers.misfit(for: input)
      if !path.isEmpty { return branch.path + path }
    }
    return []
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    if InnerLayers.excess(of: self) != nil { return [] }
    return branches.flatMap { branch in
      branch.layers.variables(for: input).map { $0.named(branch.prefix + $0.name) }
    }
  }

  package func build(into network: inout NetworkBuilder) {
    var number = 1
    let builders = branches.map { branch in
      let first = number
      number += branch.layers.layers.reduce(0) { $0 + 1 + InnerLayers.count(in: $1) }
      return { (network: inout NetworkBuilder) in branch.layers.build(into: &network, from: first) }
    }
    network.append { BranchesOperation($0, builders, merge: merging) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    let branches = branches.map { branch in
      { (memory: inout NetworkMemory) in branch.layers.addMemory(to: &memory) }
    }
    BranchesOperation.addMemory(to: &memory, branches, merge: merging)
  }
}

/// A list of layers beside others that read the same input.
struct Branch {
  /// The text before the names of its arrays.
  let prefix: String
  /// The steps from the outer layer to the list.
  let path: [LayerStep]
  let layers: LayerSequence
}
