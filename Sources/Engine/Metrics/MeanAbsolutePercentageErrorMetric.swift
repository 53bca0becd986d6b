import Options

/// The mean of `100 |y − t| / max(|t|, 1e-7)` over samples and outputs, as in Keras; scikit-learn leaves out the 100.
package struct MeanAbsolutePercentageErrorMetric: OutputMeanMetric {
  package static let name = "mean_absolute_percentage_error"
  package static let abstract = "How far an output is off in percent of its target, on average."

  package let quantity = Quantity(
    name: name, better: .lower, unit: .plain,
    label: .init(english: "mean absolute percentage error", japanese: "平均絶対パーセント誤差"))
  var mean = OutputMean()

  package init() {}
  package init(_ options: inout OptionReader) {}

  static func term(_ y: Double, _ t: Double) -> Double { 100 * abs(y - t) / max(abs(t), 1e-7) }
}
