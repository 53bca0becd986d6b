import Diagnostics
import Options

/// A reason why a plot cannot be drawn.
enum PlotProblem: Problem {
  case viewNeedsColumns(String, data: String)
  case noSuchColumn(String, known: [String])
  case notASeries(String)
  case notElementwise(String)
  case forecastsOtherData(String, data: String)
  case optionsOfAnotherPlot([String], what: String)

  package static let references = [
    reference(of: viewNeedsColumns), reference(of: noSuchColumn), reference(of: notASeries),
    reference(of: notElementwise), reference(of: forecastsOtherData), reference(of: optionsOfAnotherPlot),
  ]

  package var record: ProblemRecord {
    switch self {
    case .viewNeedsColumns(let view, let data):
      ProblemRecord(
        "TB-P-130", "a \(view) needs a table with named columns, and the data of \"\(data)\" is not one",
        help: "load the data with `dataset: {csv: …}`", rule: "Columns are drawn from tables",
        reason: "Images have no named columns.",
        wrong: .cell("{plot}", "what: histogram\ndata: digits\ncolumn: length"),
        right: .flowers("epochs: 2")
          + .cell("{plot}", "what: histogram\ndata: flowers\ncolumn: length"))
    case .noSuchColumn(let name, let known):
      ProblemRecord(
        "TB-P-131", "the data has no column of numbers \"\(name)\"" + didYouMean(name, known),
        help: "columns: \(listed(known))", correction: Correction(name, among: known),
        rule: "A column that is drawn holds numbers",
        reason: "The column that `label` names is shown by colour.",
        wrong: .flowers("epochs: 2")
          + .cell("{plot}", "what: histogram\ndata: flowers\ncolumn: lenght"),
        right: .flowers("epochs: 2")
          + .cell("{plot}", "what: histogram\ndata: flowers\ncolumn: length"))
    case .notASeries(let data):
      ProblemRecord(
        "TB-P-136", "the data of \"\(data)\" is not a series",
        help: "load it with `dataset: {series: …}`", rule: "A plot of a series draws data that is a series",
        reason: "Other samples have no order in time.",
        wrong: .cell("{plot}", "what: series\ndata: digits"),
        right: .waves + .cell("{plot}", "what: series\ndata: waves"))
    case .notElementwise(let name):
      ProblemRecord(
        "TB-P-148", "\(name) is not a function of one number: each of its outputs depends on all inputs",
        help: "leave it out", rule: "Activations that are drawn are functions of one number",
        reason: "A curve has one height at each point of its axis.",
        wrong: .cell("{plot}", "what: activation\nfunctions: [softmax]"),
        right: .cell("{plot}", "what: activation\nfunctions: [sigmoid]"))
    case .forecastsOtherData(let fit, let data):
      ProblemRecord(
        "TB-P-137", "\"\(fit)\" does not forecast a series like that of \"\(data)\"",
        help: "name fits of this data, or of a series with windows of the same length",
        rule: "A fit forecasts the series that is drawn",
        reason: "Forecasts are drawn beside the values, so the fit's windows are those of the series.",
        wrong: .waves + .cell("{plot}", "what: series\ndata: waves\nfits: [fast]"),
        right: .waves + .cell("{model} line", "layers: [flatten, {dense: {units: 1}}]")
          + .cell("{fit} forecast", "model: line\ndata: waves\nloss: mean_squared_error")
          + .cell("{plot}", "what: series\ndata: waves\nsplit: test\nfits: [forecast]"))
    case .optionsOfAnotherPlot(let options, let what):
      ProblemRecord(
        "TB-P-132",
        options.map { "`\($0)`" }.joined(separator: ", ")
          + " \(options.count == 1 ? "has" : "have") no meaning for `what: \(what)`",
        help:
          "leave \(options.count == 1 ? "it" : "them") out, or choose another `what`: `scatter` draws `x` "
          + "and `y`, `histogram` a `column`, `activation` draws `functions`, `curves` and `weights` draw `fits`",
        rule: "An option of a plot belongs to what it draws",
        reason: "It would change nothing, although a reader of the source would think that it does.",
        wrong: .cell("{plot}", "fits: fast\nbins: 20"),
        right: .flowers("epochs: 2")
          + .cell("{plot}", "what: histogram\ndata: flowers\ncolumn: length\nbins: 20"))
    }
  }
}
