import Options

/// The agreement of predictions and truth beyond chance, `(a − c) / (1 − c)` with the accuracy a and the accuracy c of
/// guesses with the same frequencies (Cohen, 1960); 0 if c is 1.
package struct CohenKappa: CountingMetric {
  package static let name = "cohen_kappa"
  package static let abstract =
    "How much better than chance the predictions agree with the truth; 1 is perfect."

  package let quantity = Quantity(
    name: name, better: .higher, unit: .plain, label: .init(english: "Cohen's kappa", japanese: "コーエンのカッパ係数"))
  var counts = ClassCounts()

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var value: Double {
    let total = counts.total
    let samples = Double(total.samples)
    guard samples > 0 else { return 0 }
    let chance = counts.classes.reduce(0.0) {
      $0 + Double($1.samples) / samples * (Double($1.predictions) / samples)
    }
    return chance == 1 ? 0 : (Double(total.right) / samples - chance) / (1 - chance)
  }
}
