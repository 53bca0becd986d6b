import Engine

/// The standard normal distribution.
package enum NormalDistribution {
  /// Returns the probability of a number at most x, with a relative error below 1e-13.
  package static func cumulative(_ x: Double) -> Double {
    if abs(x) >= 2 {
      let tail = density(x) * millsRatio(abs(x))
      return x < 0 ? tail : 1 - tail
    }
    // Φ(x) = 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + …): Abramowitz and Stegun 26.2.11.
    var (term, sum) = (x, x)
    var odd = 3.0
    while abs(term) > 1e-17 * abs(sum) {
      term *= x * x / odd
      sum += term
      odd += 2
    }
    return 0.5 + density(x) * sum
  }

  /// Returns the density at x.
  package static func density(_ x: Double) -> Double {
    0.39894228040143268 * Mathematics.exponential(-x * x / 2)
  }

  /// Returns the ratio of the tail above x to the density: 1/(x + 1/(x + 2/(x + 3/(x + …)))), for x from 2 on:
  /// Abramowitz and Stegun 26.2.14.
  private static func millsRatio(_ x: Double) -> Double {
    var fraction = x
    for step in stride(from: Int(min(120, 20 + 400 / (x * x))), through: 1, by: -1) {
      fraction = x + Double(step) / fraction
    }
    return 1 / fraction
  }
}
