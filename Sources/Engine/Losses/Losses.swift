import Options

/// The catalogue of losses.
package enum Losses {
  package static let catalogue = Catalogue<any Loss>(
    "loss",
    [
      member(CategoricalCrossentropy.self),
      member(BinaryCrossentropy.self),
      member(MeanSquaredError.self),
      member(SparseCategoricalCrossentropy.self),
      member(CategoricalFocalCrossentropy.self),
      member(BinaryFocalCrossentropy.self),
      member(KLDivergence.self),
      member(MeanAbsoluteError.self),
      member(MeanAbsolutePercentageError.self),
      member(MeanSquaredLogarithmicError.self),
      member(Huber.self),
      member(LogCosh.self),
      member(Hinge.self),
      member(SquaredHinge.self),
      member(Poisson.self),
    ])

  private static func member<Kind: Loss>(_ kind: Kind.Type) -> Catalogue<any Loss>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
