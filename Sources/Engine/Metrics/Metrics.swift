import Options

/// The catalogue of metrics.
package enum Metrics {
  package static let catalogue = Catalogue<any Metric>(
    "metric",
    [
      member(Accuracy.self)
    ])

  private static func member<Kind: Metric>(_ kind: Kind.Type) -> Catalogue<any Metric>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
