import Datasets
import Diagnostics
import Options

/// Warns of fits that are compared on the same test samples that one of them is evaluated on.
enum TestSelectionRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    comparisons(in: review) + sweeps(in: review)
  }

  /// Returns a finding for each sweep that ranks by test samples, which planning refuses unless it is silenced.
  private static func sweeps(in review: PracticeReview) -> [Diagnostic] {
    review.plan.cells.compactMap { cell -> Diagnostic? in
      guard case .sweep(let sweep) = cell.signature.kind, let data = sweep.testData else { return nil }
      return Diagnostic(advice: TestSelection(data: data, trainingData: data), at: cell.place)
    }
  }

  private static func comparisons(in review: PracticeReview) -> [Diagnostic] {
    let fits = review.fits.compactMap { cell, fit, _ in
      fit.validationData.flatMap { data in
        review.testIdentity(of: data.name).map {
          (name: cell.name, data: data, trainingData: fit.dataCell, identity: $0)
        }
      }
    }
    let named = fits.compactMap { fit in fit.name.map { ($0, fit.identity) } }
    let uses = TestSampleUses(of: Dictionary(named) { first, _ in first }, review)
    // Fits that inherit the same option are fixed in one place, so they get one warning.
    var seen = Set<SourceRange>()
    return fits.compactMap { fit in
      guard seen.insert(fit.data.place.range).inserted, let comparison = uses.comparisons[fit.identity],
        let report = uses.reports[fit.identity]
      else { return nil }
      return Diagnostic(
        advice: TestSelection(data: fit.data.name, trainingData: fit.trainingData),
        at: fit.data.place.range,
        notes: [
          Diagnostic.Note("the fits are compared on them here", at: comparison.place),
          Diagnostic.Note("and the chosen one is evaluated on them here", at: report.place),
        ])
    }
  }
}

/// The first cells that compare fits by test samples, and that evaluate one of these fits on the same samples.
private struct TestSampleUses {
  /// The cells by the identity of the data.
  private(set) var comparisons: [String: PlannedCell] = [:]
  private(set) var reports: [String: PlannedCell] = [:]

  /// - Parameter identities: the identity of the data whose test samples validate each fit, by its name.
  init(of identities: [String: String], _ review: PracticeReview) {
    for cell in review.plan.cells where cell.isComputed {
      for fits in review.comparedFits(in: cell) {
        let counts = Dictionary(Set(fits).compactMap { identities[$0] }.map { ($0, 1) }, uniquingKeysWith: +)
        for (identity, count) in counts where count > 1 && comparisons[identity] == nil {
          comparisons[identity] = cell
        }
      }
      if let evaluation = (cell.directive as? Evaluate)?.evaluation, evaluation.part == .test,
        let identity = identities[evaluation.fit.name], reports[identity] == nil,
        let evaluated = evaluation.data?.name ?? review.fit(named: evaluation.fit.name)?.dataCell,
        review.data(named: evaluated)?.identity == identity
      {
        reports[identity] = cell
      }
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
    "Choosing the best of several fits on the test samples also chooses the luckiest, so its accuracy on "
      + "them is higher than on new samples. Choose on a part of the training samples instead.",
    wrong: .cell("{fit} one", "from: fast\nvalidation_split: null\nvalidation_data: digits")
      + .cell("{fit} two", "from: one\nepochs: 6") + .cell("{compare}", "fits: [one, two]")
      + .cell("{evaluate}", "fit: two"),
    right: .cell("{fit} one", "from: fast\nepochs: 4") + .cell("{fit} two", "from: one\nepochs: 6")
      + .cell("{compare}", "fits: [one, two]") + .cell("{evaluate}", "fit: two"))

  var message: String {
    "the fits validated here are compared on the test samples of \"\(data)\" and evaluated on the same, so "
      + "the choice flatters the evaluation"
  }

  var help: String? {
    "load \"\(trainingData)\" with `validation: 0.1`"
      + (data == trainingData ? "" : " and give `validation_data: \(trainingData)`")
      + ", and keep the test samples for the end; \(ifMeant)"
  }
}

extension PracticeReview {
  fileprivate func data(named name: String) -> DatasetDescription? {
    if case .data(let data)? = cell(named: name)?.signature.kind { data } else { nil }
  }

  /// Returns an identity that is equal for equal data, whatever the names of the cells that load it; `nil` for data
  /// that does not validate with its test samples.
  fileprivate func testIdentity(of name: String) -> String? {
    data(named: name).flatMap { $0.validatingPart == .test ? $0.identity : nil }
  }

  /// Returns the names of the fits that a cell compares by their validation results; of claims, one list for each.
  fileprivate func comparedFits(in cell: PlannedCell) -> [[String]] {
    switch cell.directive {
    case let compare as Compare: [compare.fits.map(\.name)]
    case let plot as Plot: plot.showsValidation ? [(plot.fits ?? []).map(\.name)] : []
    case let expect as Expect: expect.expressions.map { $0.paths.compactMap(validatedFit) }
    default: []
    }
  }

  /// Returns the fit whose validation results a path reads.
  private func validatedFit(_ path: Expression.Path) -> String? {
    fit(named: path.root)?.recorded(at: path)?.role.isHeldOut == true ? path.root : nil
  }
}
