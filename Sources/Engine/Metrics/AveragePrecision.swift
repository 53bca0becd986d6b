import Options

/// The mean of precision over all thresholds, each weighted by the recall that it adds, as in scikit-learn with each class
/// against the rest.
package struct AveragePrecision: RankingMetric {
  package static let name = "average_precision"
  package static let abstract =
    "The precision at every threshold, averaged: the area under the precision-recall curve."

  package let quantity: Quantity
  let average: ClassAverage?
  var scores = EpochScores()

  package init(average: ClassAverage? = nil) {
    self.average = average
    let plain = Quantity(
      name: Self.name, better: .higher, unit: .plain,
      label: .init(english: "average precision", japanese: "平均適合率"))
    quantity = average.map { plain.with($0.rawValue, $0.note) } ?? plain
  }

  package init(_ options: inout OptionReader) {
    self.init(
      average: options.readIfPresent("average", .choice(of: ClassAverage.self), help: ClassAverage.help))
  }

  package var value: Double { scores.average(average, \.averagePrecision) }
}
