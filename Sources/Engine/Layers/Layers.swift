import Options

/// The kinds of layer there are.
package enum Layers {
  package static let catalogue = Catalogue<any Layer>(
    "layer",
    [
      member(Dense.self),
      member(Flatten.self),
      member(ActivationLayer.self),
    ], besides: [LayerList.repetition])

  private static func member<Kind: Layer>(_ kind: Kind.Type) -> Catalogue<any Layer>.Member {
    Catalogue.Member(kind.name, kind.abstract) { Kind(&$0) }
  }
}
