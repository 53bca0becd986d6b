import Datasets
import Diagnostics
import Options

/// Warns of fits that are compared on the same test samples that one of them is evaluated on.
enum TestSelectionRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    let fits = review.fits.compactMap { cell, fit, _ in
      fit.validationData.flatMap { data in
        review.data(named: data.name)?.validatingPart == .test
          ? (name: cell.name, data: data, trainingData: fit.dataCell) : nil
      }
    }
    // Fits that inherit the same option are fixed in one place, so they get one warning.
    var seen = Set<SourceRange>()
    return fits.compactMap { fit in
      guard seen.insert(fit.data.place.range).inserted, let identity = review.identity(of: fit.data.name)
      else { return nil }
      let rivals = Set(
        fits.filter { review.identity(of: $0.data.name) == identity }.compactMap(\.name))
      guard let comparison = review.comparison(of: rivals),
        let report = review.report(on: identity, of: rivals)
      else { return nil }
      return Diagnostic(
        advice: TestSelection(data: fit.data.name, trainingData: fit.trainingData),
        at: fit.data.place.range,
        notes: [
          Diagnostic.Note("by them fits are compared here", at: comparison.place),
          Diagnostic.Note("and on them the chosen one is evaluated here", at: report.place),
        ])
    }
  }
}

struct TestSelection: PracticeProblem {
  let data: String
  /// The cell that loads what the fit learns from.
  let trainingData: String

  var practice: Practice { .testSelection }
  static let reference = ProblemReference(
    "TB-G-108", "Test samples are kept for the end",
    "Whoever chooses the best of several fits by the test samples also chooses the luckiest, so that its "
      + "accuracy on them is too good to be true of new samples. Choose by a part of the training samples.",
    wrong: .cell("{fit} one", "from: fast\nvalidation_split: null\nvalidation_data: digits")
      + .cell("{fit} two", "from: one\nepochs: 6") + .cell("{compare}", "fits: [one, two]")
      + .cell("{evaluate}", "fit: two"),
    right: .cell("{fit} one", "from: fast\nepochs: 4") + .cell("{fit} two", "from: one\nepochs: 6")
      + .cell("{compare}", "fits: [one, two]") + .cell("{evaluate}", "fit: two"))

  var message: String {
    "the fits validated here are compared by the test samples of \"\(data)\" and evaluated on the same, so "
      + "that the "
      + "choice flatters the evaluation"
  }

  var help: String? {
    "load \"\(trainingData)\" with `validation: 0.1`"
      + (data == trainingData ? "" : " and give `validation_data: \(trainingData)`")
      + ", and keep the test samples for the end; \(ifMeant)"
  }
}

extension PracticeReview {
  /// Returns an identity that is equal for equal data, whatever the names of the cells that load it.
  fileprivate func identity(of name: String) -> String? {
    data(named: name)?.identity
  }

  fileprivate func data(named name: String) -> DatasetDescription? {
    if case .data(let data)? = cell(named: name)?.signature.kind { data } else { nil }
  }

  /// Returns the first cell that compares two of the fits by their validation results.
  fileprivate func comparison(of rivals: Set<String>) -> PlannedCell? {
    plan.cells.first { cell in
      guard cell.isComputed else { return false }
      switch cell.directive {
      case let compare as Compare: return rivals.intersection(compare.fits.map(\.name)).count > 1
      case let plot as Plot:
        return plot.showsValidation && rivals.intersection((plot.fits ?? []).map(\.name)).count > 1
      case let expect as Expect:
        return expect.expressions.contains {
          rivals.intersection($0.paths.compactMap(validatedFit)).count > 1
        }
      default: return false
      }
    }
  }

  /// Returns the fit whose validation results a path reads.
  private func validatedFit(_ path: Expression.Path) -> String? {
    fit(named: path.root)?.recorded(at: path)?.role == .validation ? path.root : nil
  }

  /// Returns the first cell that evaluates one of the fits on the data's test samples.
  fileprivate func report(on data: String, of fits: Set<String>) -> PlannedCell? {
    plan.cells.first { cell in
      guard cell.isComputed, let evaluation = (cell.directive as? Evaluate)?.evaluation,
        evaluation.part == .test,
        fits.contains(evaluation.fit.name)
      else { return false }
      let evaluated = evaluation.data?.name ?? fit(named: evaluation.fit.name)?.dataCell
      return evaluated.map { identity(of: $0) } == data
    }
  }
}
