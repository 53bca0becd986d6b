import Options

/// The harmonic mean of precision and recall, averaged over the classes as in scikit-learn.
package struct F1Score: ClassScoreMetric {
  package static let name = "f1_score"
  package static let abstract = "The harmonic mean of precision and recall."

  private static let plain = Quantity(
    name: name, better: .higher, unit: .share, label: .init(english: "F1 score", japanese: "F1値"))

  package let quantity: Quantity
  let options: ClassScoreOptions
  var counts: ClassCounts

  package init(average: ClassAverage? = nil, threshold: Double = 0.5) {
    self.init(ClassScoreOptions(average: average, threshold: threshold))
  }

  package init(_ options: inout OptionReader) { self.init(ClassScoreOptions(&options)) }

  private init(_ options: ClassScoreOptions) {
    self.options = options
    counts = options.counts
    quantity = options.quantity(of: Self.plain)
  }

  func score(_ counts: ClassCounts.Counts) -> Double { FBetaScore.score(counts, beta: 1) }
}
