/// Functions of `Double` from additions, multiplications, divisions and fused multiply-adds in a fixed order, so that
/// every machine gives the same bits. Their relative errors are below 1e-15.
package enum Mathematics {
  /// Returns a power of a whole exponent, by repeated squaring.
  ///
  /// - Precondition: The exponent is not negative.
  package static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest % 2 == 1 { result *= square }
      square *= square
      rest /= 2
    }
    return result
  }

  /// Returns a power, e^(exponent · ln base); 1 for an exponent of 0. Powers below e^−700 are 0, and those above e^700
  /// are the largest finite number.
  ///
  /// - Precondition: Neither the base nor the exponent is negative, and both are finite.
  package static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 { return 1 }
    if base == 0 { return 0 }
    let logarithm = naturalLog(base)
    let high = exponent * logarithm.high
    if high > 700 { return .greatestFiniteMagnitude }
    if high < -700 { return 0 }
    return exponential(high, plus: (-high).addingProduct(exponent, logarithm.high) + exponent * logarithm.low)
  }

  /// Returns e^x. Results below e^−700 are 0, and those above e^700 are the largest finite number; NaN stays NaN.
  package static func exponential(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 700 { return .greatestFiniteMagnitude }
    return x < -700 ? 0 : exponential(x, plus: 0)
  }

  /// Returns cos(π · x).
  ///
  /// - Parameter x: a number from 0 to 1.
  package static func cosine(ofHalfTurns x: Double) -> Double {
    // All three differences are exact.
    if x > 0.5 { return -cosine(ofHalfTurns: 1 - x) }
    let isNearOne = x <= 0.25
    let angle = Double.pi * (isNearOne ? x : 0.5 - x)
    var sum = 1.0
    for degree in stride(from: isNearOne ? 20.0 : 21, through: 2, by: -2) {
      sum = 1 - sum * (angle * angle) / (degree * (degree - 1))
    }
    return isNearOne ? sum : angle * sum
  }

  /// Returns sin(π · x) and cos(π · x), which are exact for whole halves.
  ///
  /// - Parameter x: a number from −2 to 2.
  package static func sineAndCosine(ofHalfTurns x: Double) -> (sine: Double, cosine: Double) {
    /// Returns cos(π · x) for any x from 0 to 2.
    func cosine(_ x: Double) -> Double { self.cosine(ofHalfTurns: x > 1 ? 2 - x : x) }
    // The sine is the cosine a quarter turn before, and is odd.
    let sine = cosine(abs(abs(x) - 0.5))
    return (x < 0 ? -sine : sine, cosine(abs(x)))
  }

  /// Returns the natural logarithm of a positive number as the sum of two: the nearest `Double`, and the rest.
  package static func naturalLog(_ x: Double) -> (high: Double, low: Double) {
    var (exponent, m) = (Double(x.exponent), x.significand)
    if m > 1.4142135623730951 {
      m /= 2
      exponent += 1
    }
    // ln m = 2 artanh s, with s = (m − 1) / (m + 1) and its rest from the remainder of the division.
    let below = m + 1
    let s = (m - 1) / below
    let rest = ((m - 1).addingProduct(-s, below) - s * (m - (below - 1))) / below
    var series = 0.0
    for degree in stride(from: 27.0, through: 3, by: -2) { series = series * (s * s) + 1 / degree }
    let low = 2 * rest + 2 * s * (s * s) * series
    let whole = exponent * ln2.high
    let sum = whole + 2 * s
    let part = sum - whole
    let lost = (whole - (sum - part)) + (2 * s - part)
    let remainder = lost + (low + exponent * ln2.low)
    let high = sum + remainder
    return (high, remainder - (high - sum))
  }

  /// Returns e^(x + rest), where x is at most 700 from 0 and the rest is tiny beside it.
  private static func exponential(_ x: Double, plus rest: Double) -> Double {
    let whole = (x / ln2.high).rounded()
    let near = x.addingProduct(-whole, ln2.high)
    let low = whole * ln2.low
    let r = near - low
    let correction = (near - r) - low + rest
    var series = 1.0
    for degree in stride(from: 14.0, through: 3, by: -1) { series = 1 + series * r / degree }
    let square = r * r / 2 * series
    let fraction = 1 + (r + (square + correction * (1 + r + square)))
    return Double(sign: .plus, exponent: Int(whole), significand: fraction)
  }

  /// ln 2 as a sum; products of the first with whole numbers below 2²⁰ are exact.
  private static let ln2 = (high: 0x1.62e42feep-1, low: 0x1.a39ef35793c76p-33)
}
