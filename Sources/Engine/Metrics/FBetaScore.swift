import Options
import Writing

/// The weighted harmonic mean of precision p and recall r, `(1 + β²) p r / (β² p + r)`, averaged over the classes as in
/// scikit-learn.
package struct FBetaScore: ClassScoreMetric {
  package static let name = "fbeta_score"
  package static let abstract = "A mean of precision and recall in which recall counts beta times as much."

  package let quantity: Quantity
  private let beta: Double
  let options: ClassScoreOptions
  var counts: ClassCounts

  package init(beta: Double = 1, average: ClassAverage? = nil, threshold: Double = 0.5) {
    self.init(beta, ClassScoreOptions(average: average, threshold: threshold))
  }

  package init(_ options: inout OptionReader) {
    let beta = options.read(
      "beta", .number(.within(0...1000)), default: 1,
      help: "How many times as much as precision recall counts.")
    self.init(beta, ClassScoreOptions(&options))
  }

  private init(_ beta: Double, _ options: ClassScoreOptions) {
    self.beta = beta
    self.options = options
    counts = options.counts
    let plain = Quantity(
      name: Self.name, better: .higher, unit: .share,
      label: .init(english: "F-beta score", japanese: "Fβ値"))
    let number = "\(OptionValue(.number(beta)))"
    let weighted =
      beta == 1
      ? plain : plain.with("beta_\(number)", Term(english: "β = \(number)", japanese: "β = \(number)"))
    quantity = options.quantity(of: weighted)
  }

  func score(_ counts: ClassCounts.Counts) -> Double { Self.score(counts, beta: beta) }

  /// Returns the score of one class; 0 if it has neither samples nor predictions.
  static func score(_ counts: ClassCounts.Counts, beta: Double) -> Double {
    let whole = beta * beta * Double(counts.samples) + Double(counts.predictions)
    return whole == 0 ? 0 : (1 + beta * beta) * Double(counts.right) / whole
  }
}
