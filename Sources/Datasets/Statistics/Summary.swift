/// The summary statistics of a column of numbers.
package struct Summary: Sendable, Hashable {
  package let count: Int
  package let least: Double
  package let greatest: Double
  package let mean: Double
  package let median: Double
  /// The population standard deviation.
  package let deviation: Double

  package init(_ values: [Double]) {
    let sorted = values.sorted()
    let mean = values.reduce(0, +) / Double(values.count)
    count = values.count
    least = sorted.first ?? .nan
    greatest = sorted.last ?? .nan
    median = Quantile.of(sorted, 0.5)
    deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    self.mean = mean
  }

  /// Returns Pearson's correlation coefficient of two columns.
  ///
  /// - Returns: `nil` if one of them is constant.
  package static func correlation(_ one: [Double], _ other: [Double]) -> Double? {
    let (x, y) = (Summary(one), Summary(other))
    guard x.deviation > 0, y.deviation > 0 else { return nil }
    let products = zip(one, other).reduce(0) { $0 + ($1.0 - x.mean) * ($1.1 - y.mean) }
    return products / Double(x.count) / (x.deviation * y.deviation)
  }
}
