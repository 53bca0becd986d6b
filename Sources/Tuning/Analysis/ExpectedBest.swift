import Engine

/// The result that random search may be expected to reach with fewer trials.
package enum ExpectedBest {
  /// Returns the expected smallest loss of random draws, with replacement, from the results of a search: for n sorted
  /// losses and k draws it is the sum over i of lᵢ · (((n − i + 1) / n)ᵏ − ((n − i) / n)ᵏ), by Dodge et al., "Show Your
  /// Work" (2019).
  ///
  /// - Parameters:
  ///   - losses: the results, smaller is better; failures count as the worst of the others.
  ///   - draws: the numbers of draws, at least 1, one for each number that is returned. The work is proportional to
  ///     their count times that of the results.
  /// - Returns: `nil` if no trial succeeded.
  package static func losses(_ losses: [Double?], draws: [Int]) -> [Double]? {
    let finished = losses.compactMap { $0 }.filter(\.isFinite).sorted()
    guard let worst = finished.last else { return nil }
    let sorted = finished + [Double](repeating: worst, count: losses.count - finished.count)
    let count = Double(sorted.count)
    return draws.map { draws in
      var (sum, atLeast) = (0.0, 1.0)
      for (index, loss) in sorted.enumerated() {
        // The probability that all draws lie after this result.
        let after = Mathematics.power((count - Double(index + 1)) / count, max(1, draws))
        sum += loss * (atLeast - after)
        atLeast = after
      }
      return sum
    }
  }
}
