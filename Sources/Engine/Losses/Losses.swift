import Options

/// The losses there are.
package enum Losses {
  package static let catalogue = Catalogue<any Loss>(
    "loss",
    [
      member(CategoricalCrossentropy.self),
      member(BinaryCrossentropy.self),
      member(MeanSquaredError.self),
    ])

  private static func member<Kind: Loss>(_ kind: Kind.Type) -> Catalogue<any Loss>.Member {
    Catalogue.Member(kind.name, kind.abstract) { Kind(&$0) }
  }
}
