import Options

/// The square root of the mean of `(y − t)²` over samples and outputs.
package struct RootMeanSquaredError: OutputMeanMetric {
  package static let name = "root_mean_squared_error"
  package static let abstract = "The root of the mean squared error, in the unit of the targets."

  package let quantity = Quantity(
    name: name, better: .lower, unit: .ofTarget,
    label: .init(english: "root mean squared error", japanese: "二乗平均平方根誤差"))
  var mean = OutputMean()

  package init() {}
  package init(_ options: inout OptionReader) {}

  static func term(_ y: Double, _ t: Double) -> Double { (y - t) * (y - t) }

  package var value: Double { mean.value.squareRoot() }
}
