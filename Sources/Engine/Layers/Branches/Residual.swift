import Options

/// Layers whose output is added to their input, or to what a shortcut makes of it (He et al., 2015): `f(x) + s(x)`.
///
/// The arrays of the shortcut are named as in `shortcut/conv2d/kernel`.
package struct Residual: Layer, BranchingLayer {
  package static let name = "residual"
  package static let abstract = "Adds what its layers compute to their input, so that gradients pass by them."
  package static let exampleOptions: OptionValue = [
    "layers": [["dense": ["units": 30, "activation": "relu"]], ["dense": 30]]
  ]
  package static var exampleLayers: [OptionValue] {
    ["flatten", ["dense": ["units": 30, "activation": "relu"]], writtenExample, exampleOutput]
  }

  private let layers: LayerSequence
  private let shortcut: LayerSequence

  package init(_ layers: [any Layer], shortcut: [any Layer] = []) {
    self.layers = LayerSequence(layers: layers)
    self.shortcut = LayerSequence(layers: shortcut)
  }

  package init(_ options: inout OptionReader) {
    let kind = OptionKind.member(of: Layers.catalogue)
    layers = LayerSequence(
      layers: options.read("layers", .list(of: kind), help: "The layers whose output is added."))
    let shortcut = options.readIfPresent(
      "shortcut", .list(of: kind, allowsNone: true),
      help: "The layers on the way past them, such as one that changes the shape; by default, the input "
        + "itself.")
    self.shortcut = LayerSequence(layers: shortcut ?? [])
  }

  /// The shortcut first, since the input itself then needs no gradient of its own.
  var branches: [Branch] {
    [
      Branch(prefix: "shortcut/", path: [.option("shortcut")], layers: shortcut),
      Branch(prefix: "", path: [.option("layers")], layers: layers),
    ]
  }

  var merging: BranchMerge { .sum }
}
