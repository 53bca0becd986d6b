import Diagnostics
import Options

/// Warns of validation samples split off the end of samples that are sorted by class.
enum SortedValidationRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    review.fits.compactMap { _, fit, draft in
      guard fit.validationSplit != nil, fit.data.isSorted else { return nil }
      let load = review.cell(named: fit.dataCell)
      let notes = load.map {
        [Diagnostic.Note("the data set is loaded here", at: $0.place)]
      }
      return Diagnostic(
        advice: SortedValidation(data: fit.dataCell, hasClasses: fit.data.classNames != nil),
        at: draft.place(of: "validation_split"), notes: notes ?? [])
    }
  }
}

struct SortedValidation: PracticeProblem {
  let data: String
  let hasClasses: Bool

  var practice: Practice { .sortedValidation }
  static let reference = ProblemReference(
    "TB-G-107", "Validation samples are like those of training",
    "`validation_split` takes the last samples. If a file is sorted by class, these are of one class, which "
      + "training then hardly sees.",
    wrong: .cell("{load} sorted", "dataset: {csv: {path: sorted.csv, label: kind}}\nstandardize: true")
      + .cell("{model} small", "layers: [{dense: {units: 3, activation: softmax}}]")
      + .cell("{fit} slow", "model: small\ndata: sorted\nvalidation_split: 0.2"),
    right: .cell(
      "{load} sorted",
      "dataset: {csv: {path: sorted.csv, label: kind}}\nstandardize: true\ntest_split: 0.2")
      + .cell("{model} small", "layers: [{dense: {units: 3, activation: softmax}}]")
      + .cell("{fit} slow", "model: small\ndata: sorted\nvalidation_data: sorted"))

  var message: String {
    "the samples of \"\(data)\" are sorted by what is to be predicted, so the last of them, used for "
      + "validation, are "
      + (hasClasses
        ? "of the last class, and training sees few or none of it" : "unlike those that are trained on")
  }

  var help: String? {
    "load \"\(data)\" with `validation: 0.1`, which chooses samples at random, and set `validation_data: "
      + "\(data)` in place of `validation_split`; \(ifMeant)"
  }
}
