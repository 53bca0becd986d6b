import Diagnostics

/// Warns of claims that rank two fits by a difference that chance alone can explain.
enum SingleSeedRule: RunRule {
  static let practice = Practice.singleSeed

  static func advice(on run: RunAdvice) -> [Diagnostic] { run.chanceClaims.map(\.diagnostic) }
}

extension ChanceClaim {
  var diagnostic: Diagnostic {
    Diagnostic(
      advice: SingleSeed(difference: difference, expected: expected, count: count),
      at: SourceRange(claim.range.lowerBound, claim.range.upperBound))
  }
}

struct SingleSeed: PracticeProblem {
  let difference: Double
  let expected: Double
  let count: Int

  var practice: Practice { .singleSeed }
  static let reference = ProblemReference(
    "TB-G-109", "A rank of two fits is beyond chance",
    "An accuracy on few samples varies by chance: with other samples or another seed it differs by about "
      + "what the message says. A claim that allows for some difference ranks nothing.",
    wrong: .fit("batch_size: 8") + .cell("{expect}", "- slow.val_accuracy >= fast.val_accuracy"),
    right: .fit("batch_size: 8") + .cell("{expect}", "- slow.val_accuracy >= fast.val_accuracy - 5pp"))

  var message: String {
    "the two differ by \(ChanceClaim.points(difference)), and of \(count) samples chance alone brings up to "
      + "\(ChanceClaim.points(expected)), so a single seed does not tell which is better"
  }

  var help: String? {
    "train both with several seeds (`seed: 1`) and compare the means, or measure on more samples; \(ifMeant)"
  }
}
