import Foundation

/// Round numbers on an axis.
///
/// Steps are 1, 2, 2.5 or 5 times a power of ten, after P. Heckbert, "Nice numbers for graph labels",
/// Graphics Gems, 1990. Ticks are whole multiples of the step, so rounding errors do not add up.
package struct Ticks: Sendable, Equatable {
  package let values: [Double]
  /// The number of digits after the decimal point that distinguishes neighbouring ticks.
  package let digits: Int
  /// The range from the first tick to the last, which contains the requested range.
  package let span: ClosedRange<Double>

  /// - Parameters:
  ///   - range: finite numbers; an empty range is widened.
  ///   - count: the approximate number of ticks.
  ///   - limits: the bounds that the axis never exceeds, such as 0 to 1 for shares.
  ///   - areWhole: true if the axis counts, so that it has only whole numbers.
  package init(
    covering range: ClosedRange<Double>, count: Int, within limits: ClosedRange<Double>? = nil,
    areWhole: Bool = false
  ) {
    let range = Self.widened(range, within: limits)
    let even = (range.upperBound - range.lowerBound) / Double(max(count, 2))
    let rough = areWhole ? max(1, even) : even
    let exponent = Int(log10(rough).rounded(.down))
    let power = Self.power(exponent)
    let fraction = rough / power
    let (factor, extraDigits): (Double, Int) =
      switch fraction {
      case ..<1.4: (1, 0)
      case ..<2.2: (2, 0)
      case ..<3.5 where areWhole && exponent == 0: (2, 0)
      case ..<3.5: (2.5, 1)
      case ..<7: (5, 0)
      default: (10, -1)
      }
    let first = Int((range.lowerBound / (factor * power) + 1e-9).rounded(.down))
    let last = Int((range.upperBound / (factor * power) - 1e-9).rounded(.up))
    let digits = max(0, extraDigits - exponent)
    let values = (first...max(last, first + 1)).map { Double($0) * factor * power }
    self.values = values
    self.digits = digits
    span = (values.first ?? range.lowerBound)...(values.last ?? range.upperBound)
  }

  /// Returns epochs from 1 to the last: all if there is room, otherwise 1 and round ones at equal distances.
  package static func epochs(to last: Int, count: Int) -> [Int] {
    guard last > count else { return Array(1...max(last, 1)) }
    var step = 1
    for candidate in [2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000, 10_000] {
      step = candidate
      if last / candidate < count { break }
    }
    return [1] + stride(from: step, through: last, by: step)
  }

  private static func power(_ exponent: Int) -> Double {
    exponent >= 0 ? pow(10, Double(exponent)) : 1 / pow(10, Double(-exponent))
  }

  private static func widened(
    _ range: ClosedRange<Double>, within limits: ClosedRange<Double>?
  ) -> ClosedRange<Double> {
    let range = range.clamped(to: -1e300...1e300)
    let middle = (range.lowerBound + range.upperBound) / 2
    let least = max(abs(middle) * 0.02, 1e-9)
    guard range.upperBound - range.lowerBound < least else { return range }
    let reach = middle == 0 ? 1 : max(abs(middle) * 0.1, least)
    guard let limits else { return middle - reach...middle + reach }
    return max(limits.lowerBound, middle - reach)...min(limits.upperBound, middle + reach)
  }
}
