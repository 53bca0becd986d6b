import Options

/// The mean recall over the classes that have samples, as in scikit-learn.
package struct BalancedAccuracy: CountingMetric {
  package static let name = "balanced_accuracy"
  package static let abstract =
    "The accuracy that each class has by itself, averaged, so that rare classes count as much as common ones."

  package let quantity = Quantity(
    name: name, better: .higher, unit: .share, label: .init(english: "balanced accuracy", japanese: "均衡正解率"))
  var counts = ClassCounts()

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func chance(classes: Int) -> Double? { 1 / Double(classes) }

  package var value: Double {
    let present = counts.classes.filter { $0.samples > 0 }
    guard !present.isEmpty else { return 0 }
    return present.reduce(0.0) { $0 + Double($1.right) / Double($1.samples) } / Double(present.count)
  }
}
