import NotebookResults
import Tuning
import Writing

/// The outcome of a search in sentences, and the next step, as far as the trials tell.
struct SearchAdvice {
  private let ranking: TrialRanking

  init(_ ranking: TrialRanking) { self.ranking = ranking }

  var words: Words {
    guard let best = ranking.best, let score = best.score else {
      return .phrase(.allTrialsFailed, [NumberFormat.integer(ranking.results.trials.count)])
    }
    let outcome = Words.phrase(
      .bestOfTrials,
      [String(best.number), NumberFormat.integer(ranking.results.trials.count), ranking.text(score)])
    return .joined(
      [outcome] + SearchEdges(ranking).words + [likeSeeds].compactMap(\.self)
        + FailedRegion(ranking).words + [stillImproving].compactMap(\.self))
  }

  /// The number of trials at the top that are compared with what seeds do.
  private static let top = 5

  /// The best trials differ by less than the seeds of one of them.
  private var likeSeeds: Words? {
    let trials = ranking.scored.prefix(Self.top)
    let deviations = trials.compactMap { Spread($0.scores)?.standardDeviation }
    let scores = trials.compactMap(\.score)
    guard deviations.count == Self.top, let low = scores.min(), let high = scores.max() else { return nil }
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    let deviation = (squares / Double(Self.top)).squareRoot()
    guard high - low < deviation else { return nil }
    return .phrase(.topLikeSeeds, [ranking.difference(high - low), ranking.difference(deviation)])
  }

  /// The best trial still gained in its last epoch, at least a hundredth of all it gained.
  private var stillImproving: Words? {
    guard let curve = ranking.best?.curve, curve.count >= 5, let first = curve.first, let last = curve.last,
      curve.allSatisfy(\.isFinite)
    else { return nil }
    let earlier = ranking.bestScore(Array(curve.dropLast())) ?? last
    let sign = ranking.isHigherBetter ? 1.0 : -1
    let gain = (last - earlier) * sign
    return gain > 0 && gain >= (last - first) * sign / 100 ? .label(.stillImproving) : nil
  }
}
