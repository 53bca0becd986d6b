/// A rule by which trials end before their last epoch.
package enum EarlyTermination: Sendable, Hashable {
  /// One bracket: all trials start with the fewest epochs (Jamieson and Talwalkar 2016).
  case successiveHalving
  /// A bracket for each number of rungs, from all of them down to one, in which no trial ends early (Li et al.,
  /// "Hyperband", 2018).
  case hyperband
}

/// The rungs of early termination: `minEpochs`, `minEpochs` · eta, `minEpochs` · eta², …, and `maxEpochs` at last.
package struct HalvingSchedule: Sendable, Hashable {
  package let method: EarlyTermination
  package let eta: Int
  /// The epochs of the rungs, in ascending order.
  package let epochs: [Int]

  /// - Parameters:
  ///   - minEpochs: the epochs of the first rung, at least 1.
  ///   - eta: one of so many trials is promoted; at least 2.
  ///   - maxEpochs: the epochs of a trial that does not end early, at most 1,000,000 and not below `minEpochs`.
  /// - Returns: `nil` for other numbers.
  package init?(_ method: EarlyTermination, minEpochs: Int, eta: Int = 3, maxEpochs: Int) {
    guard minEpochs >= 1, eta >= 2, maxEpochs >= minEpochs, maxEpochs <= 1_000_000 else { return nil }
    self.method = method
    self.eta = eta
    var epochs: [Int] = []
    var next = minEpochs
    while next < maxEpochs {
      epochs.append(next)
      // No overflow for any eta: the next rung would lie beyond the last.
      next = next > maxEpochs / eta ? maxEpochs : next * eta
    }
    self.epochs = epochs + [maxEpochs]
  }

  /// Returns the brackets of a number of trials, those with the most rungs first. Together they have each trial once,
  /// in ascending order; those without trials are left out.
  ///
  /// Hyperband with s + 1 rungs in a bracket starts ⌈n / (s + 1) · etaˢ⌉ trials there, n being the number of
  /// brackets. The trials are dealt in proportion to these numbers: the first k brackets together have their share,
  /// rounded down.
  package func brackets(trials: Int) -> [Bracket] {
    switch method {
    case .successiveHalving:
      return trials > 0 ? [Bracket(epochs: epochs, trials: 0..<trials, eta: eta)] : []
    case .hyperband:
      let sizes = startingTrials
      let total = sizes.reduce(0, +)
      var (sum, start) = (0.0, 0)
      var brackets: [Bracket] = []
      for (index, size) in sizes.enumerated() {
        sum += size
        let end = index == sizes.count - 1 ? trials : Int((Double(trials) * (sum / total)).rounded(.down))
        if end > start {
          brackets.append(Bracket(epochs: Array(epochs[index...]), trials: start..<end, eta: eta))
        }
        start = max(start, end)
      }
      return brackets
    }
  }

  /// Returns the epochs that are trained in all, for one seed, if no trial fails.
  package func totalEpochs(trials: Int) -> Int {
    brackets(trials: trials).reduce(0) { $0 + $1.totalEpochs }
  }

  /// The number of trials that Hyperband starts in each bracket, from the one with the most rungs.
  private var startingTrials: [Double] {
    (0..<epochs.count).reversed().map { s in
      let power = (0..<s).reduce(1.0) { product, _ in product * Double(eta) }
      return (Double(epochs.count) * power / Double(s + 1)).rounded(.up)
    }
  }
}
