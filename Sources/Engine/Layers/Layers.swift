import Options

/// The catalogue of layers.
package enum Layers {
  package static let catalogue = Catalogue<any Layer>(
    "layer",
    [
      member(Dense.self),
      member(Flatten.self),
      member(ActivationLayer.self),
    ])

  private static func member<Kind: Layer>(_ kind: Kind.Type) -> Catalogue<any Layer>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
