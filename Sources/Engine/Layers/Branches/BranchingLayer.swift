import Diagnostics

/// A layer of several branches, which are lists of layers that read the same input.
///
/// Keras has no such layer: the arrays of weights are named after the inner layers, as in `residual/dense_1/kernel` and
/// `parallel/0/conv2d/kernel`.
protocol BranchingLayer: Layer {
  /// The branches in the order of their outputs, each with what stands before the names of its arrays.
  var branches: [(prefix: String, layers: LayerSequence)] { get }

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

  package func misfit(for input: [Int]) -> SourceRange? {
    InnerLayers.excess(of: self) == nil
      ? branches.lazy.compactMap { $0.layers.misfit(for: input) }.first : nil
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
