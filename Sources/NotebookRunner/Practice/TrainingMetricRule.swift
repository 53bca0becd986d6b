import Diagnostics
import Options

/// Warns of claims and sentences about a fit that rest only on the samples it was trained on.
enum TrainingMetricRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    let paths = Dictionary(grouping: review.plan.paths, by: \.root)
    let evaluated = review.evaluatedFits
    return review.fits.compactMap { cell, fit, _ in
      guard let name = cell.name, fit.validationData == nil, fit.validationSplit == nil,
        !evaluated.contains(name),
        let path = paths[name]?.first(where: { fit.recorded(at: $0)?.role == .training }),
        let recorded = fit.recorded(at: path)
      else { return nil }
      return Diagnostic(
        advice: TrainingMetric(fit: name, metric: recorded.name), at: path.range,
        notes: [Diagnostic.Note("the fit is here", at: cell.place)])
    }
  }
}

struct TrainingMetric: PracticeProblem {
  let fit: String
  let metric: String

  var practice: Practice { .trainingMetric }
  static let reference = ProblemReference(
    "TB-G-111", "A network is judged on samples that it has not seen",
    "It may have memorized the samples that it learned from, so its accuracy on them says nothing about "
      + "others.",
    wrong: .fit("validation_split: null\nvalidation_data: null") + .cell("{expect}", "- slow.accuracy > 0"),
    right: .fit("epochs: 6") + .cell("{expect}", "- slow.val_accuracy > 0"))

  var message: String {
    "\(fit).\(metric) is measured on the samples that \"\(fit)\" learned from, and nothing shows how it does "
      + "on others"
  }

  var help: String? {
    "give the fit `validation_split: 0.1` and read \(fit).val_\(metric), or evaluate it on test samples; if "
      + "this is intended, write `allow: \(practice.rawValue)` in the cell, or `<!-- allow: "
      + "\(practice.rawValue) -->` in the paragraph"
  }
}

extension Plan {
  /// The paths that claims and sentences read, in notebook order.
  fileprivate var paths: [Expression.Path] {
    let claims = cells.filter(\.isComputed).flatMap { ($0.directive as? Expect)?.expressions ?? [] }
    return (claims.flatMap(\.paths) + inlineValues.values.flatMap(\.expression.paths))
      .sorted { $0.range.start < $1.range.start }
  }
}

extension PracticeReview {
  /// The names of the fits that are evaluated on samples they were not trained on.
  fileprivate var evaluatedFits: Set<String> {
    Set(
      plan.cells.compactMap { cell in
        guard cell.isComputed, let evaluation = (cell.directive as? Evaluate)?.evaluation,
          evaluation.part != .train || evaluation.data != nil
        else { return nil }
        return evaluation.fit.name
      })
  }
}
