import Options

/// The catalogue of metrics.
package enum Metrics {
  package static let catalogue = Catalogue<any Metric>(
    "metric",
    [
      member(Accuracy.self)
    ],
    foreignNames: [
      "val_accuracy": "accuracy", "acc": "accuracy", "categorical_accuracy": "accuracy",
      "sparse_categorical_accuracy": "accuracy",
    ])

  private static func member<Kind: Metric>(_ kind: Kind.Type) -> Catalogue<any Metric>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
