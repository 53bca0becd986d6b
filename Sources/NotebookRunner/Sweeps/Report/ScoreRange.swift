import Engine

/// The range of scores that are worth telling apart.
///
/// It reaches from the best score to one that is worse than the median by a multiple of the distance between the best
/// and the median, so that a few trials that went very wrong do not make all others look alike.
struct ScoreRange {
  private let best: Double
  /// The worst score of all that lies in the range.
  private let worst: Double
  /// The end of the range, beyond the worst score if all lie in the range.
  private let limit: Double

  /// - Parameters:
  ///   - scores: finite numbers.
  ///   - reach: the multiple; infinite for all scores.
  init(of scores: [Double], better: Quantity.Direction, reach: Double) {
    let (low, high) = (scores.min() ?? 0, scores.max() ?? 0)
    let isHigherBetter = better == .higher
    let (best, last) = isHigherBetter ? (high, low) : (low, high)
    let middle = TrialRanking.median(scores) ?? best
    // If half of the trials are equally good, the others count at any distance.
    limit = middle == best ? (isHigherBetter ? -.infinity : .infinity) : middle + (middle - best) * reach
    worst = isHigherBetter ? max(last, limit) : min(last, limit)
    self.best = best
  }

  func contains(_ score: Double) -> Bool { limit <= best ? score >= limit : score <= limit }

  /// Returns the place of a score between the worst (0) and the best (1).
  func share(of score: Double) -> Double {
    guard best != worst else { return 1 }
    let share = (score - worst) / (best - worst)
    return share.isFinite ? min(max(share, 0), 1) : 0
  }
}
