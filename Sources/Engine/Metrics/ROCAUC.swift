import Options

/// The area under the curve of true positives over false positives, as in scikit-learn with each class against the rest:
/// the share of pairs of a sample of the class and another one that are in the right order.
package struct ROCAUC: RankingMetric {
  package static let name = "roc_auc"
  package static let abstract =
    "The share of pairs of a sample of a class and one of another that the outputs rank correctly; 0.5 is "
    + "chance."

  package let quantity: Quantity
  let average: ClassAverage?
  var scores = EpochScores()

  package init(average: ClassAverage? = nil) {
    self.average = average
    let plain = Quantity(
      name: Self.name, better: .higher, unit: .plain, label: .init(english: "ROC AUC", japanese: "ROC曲線の下の面積")
    )
    quantity = average.map { plain.with($0.rawValue, $0.note) } ?? plain
  }

  package init(_ options: inout OptionReader) {
    self.init(
      average: options.readIfPresent("average", .choice(of: ClassAverage.self), help: ClassAverage.help))
  }

  package var value: Double { scores.average(average, \.rocAUC) }
}
