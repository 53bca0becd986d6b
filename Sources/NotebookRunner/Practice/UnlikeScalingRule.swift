import Datasets
import Diagnostics
import Options

/// Warns of samples given to a network with a different scaling from those it was trained on.
enum UnlikeScalingRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    let validations = review.fits.compactMap { _, fit, draft in
      fit.validationData.flatMap {
        advice(on: $0, learnedFrom: fit.dataReference, at: draft.place(of: "validation_data"), review)
      }
    }
    let evaluations =
      review.computed(Evaluate.self).map { ($1.evaluation, $2) }
      + review.computed(Predict.self).map { ($1.evaluation, $2) }
    return validations
      + evaluations.compactMap { evaluation, draft in
        guard let data = evaluation.data,
          let fit = review.fit(named: evaluation.fit.name)
        else { return nil }
        return advice(on: data, learnedFrom: fit.dataReference, at: draft.place(of: "data"), review)
      }
  }

  private static func advice(
    on answered: CellReference, learnedFrom learned: CellReference, at place: SourceRange,
    _ review: PracticeReview
  ) -> Diagnostic? {
    let cells = [answered, learned].compactMap { review.cell(named: $0.name) }
    let preparations = cells.compactMap { ($0.directive as? Load)?.preparation }
    guard preparations.count == 2, preparations[0].scaling != preparations[1].scaling else { return nil }
    return Diagnostic(
      advice: UnlikeScaling(answered: answered.name, learned: learned.name), at: place,
      notes: cells.map { Diagnostic.Note("\"\($0.displayName)\" is loaded here", at: $0.place) })
  }
}

struct UnlikeScaling: PracticeProblem {
  let answered: String
  let learned: String

  var practice: Practice { .unlikeScaling }
  static let reference = ProblemReference(
    "TB-G-121", "Samples are scaled like those in training",
    "A network that learned from numbers up to 1 gives arbitrary answers to the same numbers up to 255.",
    wrong: .cell("{load} raw", "dataset: digits\nlimit: 200")
      + .fit("validation_split: null\nvalidation_data: raw"),
    right: .cell("{load} raw", "dataset: digits\nlimit: 200\nscale: 1/255")
      + .fit("validation_split: null\nvalidation_data: raw"))

  var message: String {
    "\"\(answered)\" is not scaled like \"\(learned)\", which the fit learns from, so the network misreads "
      + "its samples"
  }

  var help: String? { "give both load cells the same `scale` and `standardize`; \(ifMeant)" }
}
