import Engine

/// The regularized incomplete beta function I(x; a, b).
enum IncompleteBeta {
  /// - Parameters:
  ///   - x: a number from 0 to 1.
  ///   - complement: 1 − x, which is given so that it keeps its digits.
  ///   - beta: the beta function B(a, b).
  static func regularized(_ x: Double, complement: Double, _ a: Double, _ b: Double, beta: Double) -> Double {
    if x <= 0 { return 0 }
    if complement <= 0 { return 1 }
    // The fraction converges below the mean of the distribution, about.
    return x <= (a + 1) / (a + b + 2)
      ? below(x, complement, a, b, beta) : 1 - below(complement, x, b, a, beta)
  }

  private static func below(_ x: Double, _ complement: Double, _ a: Double, _ b: Double, _ beta: Double)
    -> Double
  {
    Mathematics.power(x, a) * Mathematics.power(complement, b) / (a * beta) * continuedFraction(x, a, b)
  }

  /// Returns the continued fraction of Abramowitz and Stegun 26.5.8 by the method of Lentz.
  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result
  }
}
