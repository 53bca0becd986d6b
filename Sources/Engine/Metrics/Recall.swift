import Options

/// The share of the samples of a class that are predicted as such, averaged over the classes as in scikit-learn; 0 for a
/// class without samples.
package struct Recall: ClassScoreMetric {
  package static let name = "recall"
  package static let abstract = "The share of the samples of a class that the network finds."

  private static let plain = Quantity(
    name: name, better: .higher, unit: .share, label: .init(english: "recall", japanese: "再現率"))

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

  func score(_ counts: ClassCounts.Counts) -> Double {
    counts.samples == 0 ? 0 : Double(counts.right) / Double(counts.samples)
  }
}
