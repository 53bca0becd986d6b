import Options

/// The mean of `(y − t)²` over samples and outputs.
package struct MeanSquaredErrorMetric: OutputMeanMetric {
  package static let name = "mean_squared_error"
  package static let abstract = "The square of how far an output is off, on average."

  package let quantity = Quantity(
    name: name, better: .lower, unit: .plain, label: .init(english: "mean squared error", japanese: "平均二乗誤差"))
  var mean = OutputMean()

  package init() {}
  package init(_ options: inout OptionReader) {}

  static func term(_ y: Double, _ t: Double) -> Double { (y - t) * (y - t) }
}
