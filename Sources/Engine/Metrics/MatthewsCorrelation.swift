import Options

/// The correlation of predictions and truth, of several classes too (Gorodkin, 2004): `(c s − Σ p t) / √((s² − Σ p²)
/// (s² − Σ t²))` with s samples, c right ones, and of each class p predictions and t samples; 0 if one of the factors is.
package struct MatthewsCorrelation: CountingMetric {
  package static let name = "matthews_corrcoef"
  package static let abstract =
    "The correlation of predictions and truth, a fair summary if classes differ in size; 1 is perfect."

  package let quantity = Quantity(
    name: name, better: .higher, unit: .plain,
    label: .init(english: "Matthews correlation", japanese: "マシューズ相関係数"))
  var counts = ClassCounts()

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var value: Double {
    let total = counts.total
    let (samples, right) = (Double(total.samples), Double(total.right))
    func sum(_ product: (ClassCounts.Counts) -> Double) -> Double {
      counts.classes.reduce(0) { $0 + product($1) }
    }
    let covariance = right * samples - sum { Double($0.predictions) * Double($0.samples) }
    let ofPredictions = samples * samples - sum { Double($0.predictions) * Double($0.predictions) }
    let ofSamples = samples * samples - sum { Double($0.samples) * Double($0.samples) }
    guard ofPredictions > 0, ofSamples > 0 else { return 0 }
    return covariance / (ofPredictions.squareRoot() * ofSamples.squareRoot())
  }
}
