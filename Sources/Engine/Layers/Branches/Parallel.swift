import Options

/// Branches that read the same input, and whose outputs become one: their sum, their mean, or all side by side along
/// the last dimension.
package struct Parallel: Layer, BranchingLayer {
  package static let name = "parallel"
  package static let abstract = "Computes several lists of layers from one input, and merges their outputs."
  package static let exampleOptions: OptionValue = [
    "branches": [
      [["dense": ["units": 20, "activation": "relu"]]], [["dense": ["units": 20, "activation": "tanh"]]],
    ],
    "merge": "concatenate",
  ]

  /// A way of merging, by the name of Keras's layer.
  package enum Merge: String, Sendable, CaseIterable {
    case add, concatenate, average
  }

  private let sequences: [LayerSequence]
  private let merge: Merge

  package init(_ branches: [[any Layer]], merge: Merge = .concatenate) {
    sequences = branches.map { LayerSequence(layers: $0) }
    self.merge = merge
  }

  package init(_ options: inout OptionReader) {
    let kind = OptionKind.member(of: Layers.catalogue)
    let branches = options.read(
      "branches", .list(of: .list(of: kind, allowsNone: true)),
      help: "Lists of layers, all for the same input; an empty list is the input itself.")
    merge = options.read(
      "merge", .choice(of: Merge.self), default: "concatenate",
      help: "How the outputs become one: their sum, side by side along the last dimension, or their mean.")
    sequences = branches.map { LayerSequence(layers: $0) }
  }

  var branches: [Branch] {
    sequences.enumerated().map {
      Branch(prefix: "\($0)/", path: [.option("branches"), .element($0)], layers: $1)
    }
  }

  var merging: BranchMerge {
    switch merge {
    case .add: .sum
    case .concatenate: .concat
    case .average: .ave
    }
  }
}
