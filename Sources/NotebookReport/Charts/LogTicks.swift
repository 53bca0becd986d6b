import Foundation

/// Round numbers on a logarithmic axis: powers of ten and, if there are few, also 2 and 5 times these.
package struct LogTicks: Sendable, Equatable {
  package let values: [Double]
  /// The range from the first tick to the last, which contains the requested values.
  package let span: ClosedRange<Double>

  /// - Parameters:
  ///   - values: numbers above zero.
  ///   - count: the approximate number of ticks.
  package init(covering values: [Double], count: Int) {
    // Beyond these limits, ticks would round to zero or to infinity.
    func bounded(_ value: Double?) -> Double { min(max(value ?? 1, 1e-300), 1e300) }
    let (low, high) = (bounded(values.min()), bounded(values.max()))
    let lowest = Int(log10(low).rounded(.down))
    let highest = Int(log10(high).rounded(.up))
    let ticks: [Double]
    if log10(high) - log10(low) <= 0.4 * Double(count) {
      // The ticks run from the last 1, 2 or 5 no greater than the minimum to the first no less than the
      // maximum.
      let all = (lowest - 1...highest + 1).flatMap { exponent in
        [1, 2, 5].map { Self.number($0, exponent) }
      }
      let first = all.lastIndex { $0 <= low * (1 + 1e-9) } ?? 0
      let last = all.firstIndex { $0 >= high * (1 - 1e-9) } ?? all.count - 1
      ticks = Array(all[first...max(last, first + 1)])
    } else {
      let step = (highest - lowest + count - 1) / count
      ticks = stride(from: lowest, through: highest + step - 1, by: step).map { Self.number(1, $0) }
    }
    self.values = ticks
    span = (ticks.first ?? 1)...(ticks.last ?? 10)
  }

  /// Returns the number of digits after the decimal point that 1, 2 or 5 times a power of ten needs.
  package static func digits(_ value: Double) -> Int {
    max(0, -Int((log10(value) + 1e-9).rounded(.down)))
  }

  /// Returns a tick, as exactly as possible for exponents of either sign.
  private static func number(_ factor: Double, _ exponent: Int) -> Double {
    exponent >= 0 ? factor * pow(10, Double(exponent)) : factor / pow(10, Double(-exponent))
  }
}
