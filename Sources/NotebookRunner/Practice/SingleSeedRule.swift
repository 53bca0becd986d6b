import Diagnostics
import Writing

/// Warns of claims that rank two fits by a difference that chance alone can explain.
enum SingleSeedRule: RunRule {
  static let practice = Practice.singleSeed

  static func advice(on run: RunAdvice) -> [Diagnostic] {
    run.chanceClaims.map { $0.diagnostic(run.seconds) }
  }
}

extension ChanceClaim {
  /// - Parameter seconds: the time that each fit took.
  func diagnostic(_ seconds: [String: Double]) -> Diagnostic {
    Diagnostic(
      advice: SingleSeed(claim: self, seconds: seconds),
      at: SourceRange(claim.range.lowerBound, claim.range.upperBound))
  }
}

struct SingleSeed: PracticeProblem {
  let claim: ChanceClaim
  let seconds: [String: Double]

  var practice: Practice { .singleSeed }
  static let reference = ProblemReference(
    "TB-G-109", "A rank of two fits is beyond chance",
    "An accuracy on few samples varies by chance: with other samples or another seed it differs by about as "
      + "much as the message says. Over several seeds, a paired t-test decides. A claim that allows for some "
      + "difference ranks nothing.",
    wrong: .fit("batch_size: 8") + .cell("{expect}", "- slow.val_accuracy >= fast.val_accuracy"),
    right: .fit("batch_size: 8") + .cell("{expect}", "- slow.val_accuracy >= fast.val_accuracy - 5pp"))

  var message: String {
    switch claim.evidence {
    case .samples(let expected, let count, _):
      "the two differ by \(ChanceClaim.points(claim.difference)), and on \(count) samples chance alone "
        + "accounts for up to \(ChanceClaim.points(expected)), so a single seed does not tell which is better"
    case .seeds(let seeds):
      "over \(seeds.left.seeds.count) seeds the two differ by no more than their seeds explain (paired "
        + "t-test, p = \(seeds.pText)), so the claim may not hold with others"
    }
  }

  var help: String? {
    switch claim.evidence {
    case .samples(_, _, let fits):
      "train both with `seeds: \(SeedComparison.fewest)`\(time(of: fits)) and claim the difference `beyond seeds`, or "
        + "measure on more samples; \(ifMeant)"
    case .seeds:
      "train both with more seeds, allow for a difference, or write `beyond seeds` after it, so that it fails until "
        + "the seeds support it; \(ifMeant)"
    }
  }

  /// The time that further seeds would take, from that of one; empty if it is not known.
  private func time(of fits: [String]) -> String {
    let known = fits.withoutRepetition.compactMap { seconds[$0] }
    guard known.count == fits.withoutRepetition.count, !known.isEmpty else { return "" }
    let more = known.reduce(0, +) * Double(SeedComparison.fewest - 1)
    return more < 1
      ? " (less than a second more)"
      : " (about \(NumberFormat.integer(Int(min(more, 1e9).rounded(.up)))) s more)"
  }
}
