/// The mean of some numbers and how far they lie apart.
package struct Spread: Sendable, Hashable {
  package let count: Int
  package let mean: Double
  /// The standard deviation with n − 1; `nil` for a single number, which has none.
  package let standardDeviation: Double?
  package let min: Double
  package let max: Double

  /// - Returns: `nil` if there are no numbers, one is not finite, or they are too large to be added.
  package init?(_ numbers: [Double]) {
    guard let first = numbers.first, numbers.allSatisfy(\.isFinite) else { return nil }
    count = numbers.count
    min = numbers.reduce(first) { Swift.min($0, $1) }
    max = numbers.reduce(first) { Swift.max($0, $1) }
    if min == max {
      // The sum of equal numbers is rounded; their mean is not.
      mean = first
      standardDeviation = count > 1 ? 0 : nil
      return
    }
    let mean = numbers.reduce(0, +) / Double(count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares.isFinite else { return nil }
    self.mean = mean
    standardDeviation = (squares / Double(count - 1)).squareRoot()
  }

  /// The standard error of the mean; `nil` for a single number.
  package var standardError: Double? { standardDeviation.map { $0 / Double(count).squareRoot() } }

  /// Returns half the width of the interval that covers the true mean of normal numbers with a probability, by
  /// Student's t-distribution; `nil` for a single number.
  package func marginOfError(confidence: Double = 0.95) -> Double? {
    standardError.map { $0 * StudentT(degreesOfFreedom: count - 1).quantile(1 - (1 - confidence) / 2) }
  }
}
