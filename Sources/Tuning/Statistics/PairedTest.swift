/// The paired t-test of two runs over the same seeds, which share the order of the samples and the first weights.
package struct PairedTest: Sendable, Hashable {
  /// The differences, first minus second, in the order of the seeds.
  package let differences: Spread
  package let standardError: Double
  /// The difference in standard errors; infinite if all pairs differ by the same, 0 if by nothing.
  package let t: Double
  package let degreesOfFreedom: Int
  /// The probability of a difference at least as large, of either sign, by chance alone.
  package let p: Double

  /// The mean difference, first minus second.
  package var difference: Double { differences.mean }

  /// - Returns: `nil` if the counts differ, there are fewer than two pairs, or a number is not finite.
  package init?(_ first: [Double], _ second: [Double]) {
    guard first.count == second.count, let differences = Spread(zip(first, second).map { $0 - $1 }),
      let standardError = differences.standardError
    else { return nil }
    self.differences = differences
    self.standardError = standardError
    degreesOfFreedom = differences.count - 1
    guard standardError > 0 else {
      t = differences.mean == 0 ? 0 : differences.mean > 0 ? .infinity : -.infinity
      p = differences.mean == 0 ? 1 : 0
      return
    }
    t = differences.mean / standardError
    p = StudentT(degreesOfFreedom: degreesOfFreedom).twoSidedP(t)
  }

  /// The probability by chance alone of a difference at least as large with the first ahead: the one-sided p.
  package var oneSidedP: Double { t > 0 ? p / 2 : 1 - p / 2 }

  /// Returns true if the runs differ by more than chance explains, in either direction.
  package func isBeyondChance(level: Double = 0.05) -> Bool { p < level }

  /// Returns true if the first is greater by more than chance explains, for claims such as `a > b beyond seeds`.
  ///
  /// It is the two-sided test with the right sign, that is, the one-sided one at half the level: a claim is often
  /// written after its results were seen, and one page must not call the same difference chance in a comparison and
  /// beyond chance in a claim.
  package func isGreaterBeyondChance(level: Double = 0.05) -> Bool {
    difference > 0 && isBeyondChance(level: level)
  }
}
