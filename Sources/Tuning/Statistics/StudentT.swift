/// Student's t-distribution.
package struct StudentT: Sendable, Hashable {
  package let degreesOfFreedom: Int
  /// B(n / 2, 1 / 2) for n degrees of freedom.
  private let beta: Double

  /// - Parameter degreesOfFreedom: from 1 to 1,000,000; others are brought into it.
  package init(degreesOfFreedom: Int) {
    self.degreesOfFreedom = min(max(degreesOfFreedom, 1), 1_000_000)
    // B(1/2, 1/2) = π, B(1, 1/2) = 2, and B(a + 1, 1/2) = B(a, 1/2) · a / (a + 1/2).
    var beta = self.degreesOfFreedom.isMultiple(of: 2) ? 2.0 : .pi
    for n in stride(from: self.degreesOfFreedom.isMultiple(of: 2) ? 2 : 1, to: self.degreesOfFreedom, by: 2) {
      beta *= Double(n) / Double(n + 1)
    }
    self.beta = beta
  }

  /// Returns the probability of a number at least as far from 0 as t.
  package func twoSidedP(_ t: Double) -> Double {
    guard t.isFinite else { return t.isNaN ? .nan : 0 }
    let n = Double(degreesOfFreedom)
    let square = t * t
    guard square.isFinite else { return 0 }
    return IncompleteBeta.regularized(
      n / (n + square), complement: square / (n + square), n / 2, 0.5, beta: beta)
  }

  /// Returns the number that is exceeded with probability 1 − p.
  ///
  /// - Parameter p: a number between 0 and 1; at the ends the quantile is infinite.
  package func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p >= 1 ? .infinity : -.infinity }
    if p == 0.5 { return 0 }
    let target = 2 * min(p, 1 - p)
    var (low, high) = (0.0, 1.0)
    while twoSidedP(high) > target, high < 1e150 { (low, high) = (high, high * 2) }
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if twoSidedP(middle) > target { low = middle } else { high = middle }
    }
    return p < 0.5 ? -high : high
  }
}
