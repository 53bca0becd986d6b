import Options

/// The mean of `|y − t|` over samples and outputs.
package struct MeanAbsoluteErrorMetric: OutputMeanMetric {
  package static let name = "mean_absolute_error"
  package static let abstract = "How far an output is off, on average."

  package let quantity = Quantity(
    name: name, better: .lower, unit: .ofTarget,
    label: .init(english: "mean absolute error", japanese: "平均絶対誤差"))
  var mean = OutputMean()

  package init() {}
  package init(_ options: inout OptionReader) {}

  static func term(_ y: Double, _ t: Double) -> Double { abs(y - t) }
}
