import Options

/// The catalogue of layers.
package enum Layers {
  package static let catalogue = Catalogue<any Layer>(
    "layer",
    [
      member(Dense.self),
      member(Flatten.self),
      member(ActivationLayer.self),
    ],
    foreignNames: ["linear": "dense", "fully_connected": "dense", "fc": "dense"].merging(
      Activations.catalogue.names.filter { $0 != "linear" }.map { ($0, "{activation: \($0)}") }
    ) { name, _ in name },
    strangers: ["conv2d", "dropout", "batch_normalization", "input", "max_pooling2d", "embedding", "lstm"])

  private static func member<Kind: Layer>(_ kind: Kind.Type) -> Catalogue<any Layer>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
