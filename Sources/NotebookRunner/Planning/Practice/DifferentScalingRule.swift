import Datasets
import Diagnostics
import Options

/// Samples that a fit is tried on and that are scaled in another way than those that it learned from.
enum DifferentScalingRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    review.plan.cells.filter(\.evaluates).compactMap { cell in
      guard let pair = review.tried(by: cell), let learned = review.load(pair.learned),
        let tried = review.load(pair.tried.name), differ(learned, tried)
      else { return nil }
      return Diagnostic(
        advice: DifferentScaling(tried: pair.tried.name, learned: pair.learned), at: pair.tried.place.range,
        notes: [
          Diagnostic.Note("the fit learns from these samples", at: learned.cell.place),
          Diagnostic.Note("and is tried on these", at: tried.cell.place),
        ])
    }
  }

  /// Numbers of different sizes may be scaled differently so that they end alike.
  private static func differ(_ one: PracticeReview.LoadedData, _ other: PracticeReview.LoadedData) -> Bool {
    let (first, second) = (one.load.preparation, other.load.preparation)
    if first.standardize != second.standardize { return true }
    if first.standardize || (first.scale ?? 1) == (second.scale ?? 1) { return false }
    guard let reach = one.data.reach?.widest.reach, let otherReach = other.data.reach?.widest.reach else {
      return true
    }
    return !(0.5...2).contains(reach / otherReach)
  }
}

struct DifferentScaling: PracticeProblem {
  let tried: String
  let learned: String

  var practice: Practice { .differentScaling }

  var message: String {
    "the samples of \"\(tried)\" are scaled in another way than those of \"\(learned)\", from which the fit learns"
  }

  var help: String? { "give both the same `scale` and `standardize`; \(ifMeant)" }
}

extension PracticeReview {
  fileprivate typealias LoadedData = (cell: PlannedCell, load: Load, data: DatasetDescription)

  fileprivate func load(_ name: String) -> LoadedData? {
    guard let cell = cell(named: name), let load = cell.directive as? Load,
      case .data(let data) = cell.signature.kind
    else { return nil }
    return (cell, load, data)
  }

  /// The data on which a cell tries a fit, where it is not that from which the fit learns.
  fileprivate func tried(by cell: PlannedCell) -> (tried: CellReference, learned: String)? {
    if let fit = cell.directive as? Fit {
      return fit.validationData.map { ($0, fit.data.name) }
    }
    let evaluation =
      (cell.directive as? Evaluate)?.evaluation ?? (cell.directive as? Predict)?.evaluation
    guard let evaluation, let data = evaluation.data,
      let fit = self.cell(named: evaluation.fit.name)?.directive as? Fit
    else { return nil }
    return (data, fit.data.name)
  }
}
