import Datasets
import Diagnostics
import Options

/// Warns of inputs far from the size of 1 that networks learn best from, or of very different sizes.
enum UnscaledInputsRule: PracticeRule {
  /// The largest magnitude of a number, and the largest ratio between two columns, without a warning.
  private static let limit = 50.0

  static func advice(on review: PracticeReview) -> [Diagnostic] {
    let readers = review.fits.filter { !$0.fit.model.model.readsTokens }.map { ($0.fit.dataCell, $0.cell) }
    let first = Dictionary(readers) { first, _ in first }
    return review.plan.cells.compactMap { cell in
      guard case .data(let data) = cell.signature.kind, let reach = data.reach,
        let fit = cell.name.flatMap({ first[$0] }),
        let problem = problem(of: data, reach, named: cell.displayName)
      else { return nil }
      return Diagnostic(
        advice: problem, at: cell.place,
        notes: [
          Diagnostic.Note(
            "\(fit.displayName) learns from it", at: fit.place)
        ])
    }
  }

  private static func problem(
    of data: DatasetDescription, _ reach: FeatureReach, named name: String
  ) -> UnscaledInputs? {
    let names = data.columns?.features
    if reach.widest.reach > reach.narrowest.reach * limit, let names {
      return .columnsDiffer(
        names[reach.widest.index], reach.widest.reach, names[reach.narrowest.index], reach.narrowest.reach)
    }
    if reach.widest.reach <= limit { return nil }
    return names.map { .large($0[reach.widest.index], reach.widest.reach) }
      ?? .pixels(name, reach.widest.reach)
  }
}

enum UnscaledInputs: PracticeProblem {
  case pixels(String, Double)
  case large(String, Double)
  case columnsDiffer(String, Double, String, Double)

  var practice: Practice { .unscaledInputs }
  static let reference = ProblemReference(
    "TB-G-106", "Inputs have a size near 1",
    "Gradients of the first layer grow with its inputs, so one learning rate cannot suit both large and "
      + "small ones, and initial weights are drawn for inputs near 1.",
    wrong: .cell("{load} raw", "dataset: digits\nlimit: 200") + .fit("data: raw"),
    right: .cell("{load} raw", "dataset: digits\nlimit: 200\nscale: 1/255") + .fit("data: raw"))

  var message: String {
    switch self {
    case .pixels(let name, let reach):
      "the pixels of \"\(name)\" reach up to \(text(reach)), and networks learn best from numbers near 1"
    case .large(let column, let reach):
      "the column \"\(column)\" reaches up to \(text(reach)), and networks learn best from numbers near 1"
    case .columnsDiffer(let wide, let far, let narrow, let near):
      "the column \"\(wide)\" reaches up to \(text(far)) and \"\(narrow)\" only to \(text(near)), which then "
        + "has hardly any influence"
    }
  }

  var help: String? {
    if case .pixels = self { "add `scale: 1/255`; \(ifMeant)" } else { "add `standardize: true`; \(ifMeant)" }
  }

  /// Returns the number with only as many digits as distinguish it from the file's other numbers.
  private func text(_ number: Double) -> String {
    "\(OptionValue(.number(Double("\(Float(number))") ?? number)))"
  }
}
