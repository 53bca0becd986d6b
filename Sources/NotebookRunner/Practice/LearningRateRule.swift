import Diagnostics
import Engine
import Options

/// Warns of a learning rate outside the usual range for its optimizer.
enum LearningRateRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    review.fits.compactMap { _, fit, draft in
      let usual = type(of: fit.optimizer).usualLearningRates
      let rate = fit.optimizer.learningRate
      if usual.contains(rate) { return nil }
      var advice = Diagnostic(
        advice: LearningRateProblem(rate: rate, usual: usual, optimizer: fit.optimizer.name),
        at: place(in: draft))
      advice.explain(with: draft.uses)
      return advice
    }
  }

  /// Returns the place of the rate itself, in `sgd: 5` as in `sgd: {learning_rate: 5}`.
  private static func place(in draft: CellDraft) -> SourceRange {
    guard let written = draft.body?["optimizer"], let options = written.entries.first?.value else {
      return draft.place(of: "optimizer")
    }
    return (options["learning_rate"] ?? (options.entries.isEmpty ? options : written)).range
  }
}

struct LearningRateProblem: PracticeProblem {
  let rate: Double
  let usual: ClosedRange<Double>
  let optimizer: String

  var practice: Practice { .learningRate }
  static let reference = ProblemReference(
    "TB-G-105", "A learning rate has a usual size",
    "Far above it, steps overshoot and the loss grows; far below it, nothing is learned in a reasonable "
      + "time. A wrong power of ten is the most frequent mistake in tuning.",
    wrong: .fit("optimizer: {sgd: {learning_rate: 100}}"),
    right: .fit("optimizer: {sgd: {learning_rate: 0.1}}"))

  var message: String {
    "a learning rate of \(OptionValue(.number(rate))) is \(rate > usual.upperBound ? "above" : "below") the "
      + "range that is usual for \(optimizer), \(OptionValue(.number(usual.lowerBound))) to "
      + "\(OptionValue(.number(usual.upperBound))), "
      + (rate > usual.upperBound
        ? "and such steps usually overshoot" : "and such steps hardly move the weights")
  }

  var help: String? { "take one within it; \(ifMeant)" }
}
