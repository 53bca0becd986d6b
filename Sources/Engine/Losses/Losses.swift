import Options

/// The catalogue of losses.
package enum Losses {
  package static let catalogue = Catalogue<any Loss>(
    "loss",
    [
      member(CategoricalCrossentropy.self),
      member(BinaryCrossentropy.self),
      member(MeanSquaredError.self),
    ],
    foreignNames: [
      "sparse_categorical_crossentropy": CategoricalCrossentropy.name,
      "cross_entropy": CategoricalCrossentropy.name, "crossentropy": CategoricalCrossentropy.name,
      "crossentropyloss": CategoricalCrossentropy.name, "log_loss": CategoricalCrossentropy.name,
      "bce": BinaryCrossentropy.name, "bceloss": BinaryCrossentropy.name,
      "mse": MeanSquaredError.name, "mseloss": MeanSquaredError.name, "l2": MeanSquaredError.name,
    ])

  private static func member<Kind: Loss>(_ kind: Kind.Type) -> Catalogue<any Loss>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
