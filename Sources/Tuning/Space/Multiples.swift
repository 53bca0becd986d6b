/// The multiples of a number within a range.
struct Multiples {
  private let q: Double
  private let range: ClosedRange<Double>
  /// The first multiple and the last, divided by the number.
  private let first: Double
  private let last: Double

  init(of q: Double, from min: Double, to max: Double) {
    self.q = q
    range = min...max
    // An end that is written as a multiple, such as 0.3 of 0.1, is one.
    first = (min / q - 1e-9).rounded(.up)
    last = (max / q + 1e-9).rounded(.down)
  }

  var count: Int { max(0, Int(last - first) + 1) }

  /// Returns a multiple by its index from 0, as it is written in decimal digits.
  subscript(index: Int) -> Double { multiple(first + Double(index)) }

  /// Returns the multiple that is closest to a number.
  func closest(to x: Double) -> Double { multiple((x / q).rounded()) }

  private func multiple(_ factor: Double) -> Double {
    let product = SignificantDigits.round(min(max(factor, first), last) * q, to: 15)
    return min(max(product, range.lowerBound), range.upperBound)
  }
}
