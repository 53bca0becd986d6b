/// The mean of some numbers, and the distances between them.
package struct Spread: Sendable, Hashable {
  package let count: Int
  package let mean: Double
  /// The sample standard deviation, with n − 1 in the denominator; 0 for a single number.
  package let standardDeviation: Double
  package let minimum: Double
  package let maximum: Double

  /// Creates the spread of numbers; not a number throughout if there are none.
  package init(of numbers: [Double]) {
    count = numbers.count
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    self.mean = mean
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardDeviation = numbers.count == 1 ? 0 : (squares / Double(numbers.count - 1)).squareRoot()
    minimum = numbers.min() ?? .nan
    maximum = numbers.max() ?? .nan
  }
}
