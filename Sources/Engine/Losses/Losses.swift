import Options

/// The catalogue of losses.
package enum Losses {
  package static let catalogue = Catalogue<any Loss>(
    "loss",
    [
      member(CategoricalCrossentropy.self),
      member(BinaryCrossentropy.self),
      member(MeanSquaredError.self),
    ])

  private static func member<Kind: Loss>(_ kind: Kind.Type) -> Catalogue<any Loss>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
