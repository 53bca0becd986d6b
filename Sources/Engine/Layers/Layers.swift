import Options

/// The catalogue of layers.
package enum Layers {
  package static let catalogue = Catalogue<any Layer>(
    "layer",
    [
      member(Dense.self),
      member(Flatten.self),
      member(ActivationLayer.self),
      member(Embedding.self),
      member(SimpleRNN.self),
      member(LSTM.self),
      member(GRU.self),
      member(Bidirectional.self),
      member(TimeDistributed.self),
    ])

  private static func member<Kind: Layer>(_ kind: Kind.Type) -> Catalogue<any Layer>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
