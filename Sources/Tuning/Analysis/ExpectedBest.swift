/// The result that a search may be expected to have reached after fewer trials, if they are taken in random order.
package enum ExpectedBest {
  /// Returns the expected smallest loss of some of a search's trials, all choices of as many being equally likely. Of n
  /// sorted losses, all of k trials lie behind the first i with a probability of C(n − i, k) / C(n, k), so that the
  /// expectation is the sum over i of lᵢ · (C(n − i + 1, k) − C(n − i, k)) / C(n, k).
  ///
  /// - Parameters:
  ///   - losses: the results, smaller is better; failures count as the worst of the others.
  ///   - trials: the numbers of trials, from 1 to that of the results, one for each number that is returned. The work
  ///     is proportional to their count times that of the results.
  /// - Returns: `nil` if no trial succeeded.
  package static func losses(_ losses: [Double?], trials: [Int]) -> [Double]? {
    let finished = losses.compactMap { $0 }.filter(\.isFinite).sorted()
    guard let worst = finished.last else { return nil }
    let sorted = finished + [Double](repeating: worst, count: losses.count - finished.count)
    let count = Double(sorted.count)
    return trials.map { trials in
      var (sum, atLeast) = (0.0, 1.0)
      for (index, loss) in sorted.enumerated() {
        let behind = count - Double(index)
        let after = atLeast * max(0, behind - Double(trials)) / behind
        sum += loss * (atLeast - after)
        atLeast = after
      }
      return sum
    }
  }
}
