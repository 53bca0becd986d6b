import Diagnostics
import Options

/// A reason why a chart cannot be styled as its author asks.
enum ChartProblem: Problem {
  case nothingToStyle(String, String)
  case severalCharts(String)
  case noSuchLine(String, known: [String])
  case otherLineCount(Int, lines: [String])
  case epochBeyond(Int, epochs: Int)

  package static let references = [
    reference(of: nothingToStyle), reference(of: severalCharts), reference(of: noSuchLine),
    reference(of: otherLineCount), reference(of: epochBeyond),
  ]

  package var record: ProblemRecord {
    switch self {
    case .nothingToStyle(let option, let drawing):
      ProblemRecord(
        "TB-P-181", "`\(option)` needs \(drawing), and this cell draws none", help: "leave it out",
        rule: "An option of a chart belongs to what the cell draws",
        reason: "It would change nothing, and the reader of the source would think it does.",
        wrong: .cell("{plot}", "what: activation\nfunctions: relu\nannotations: [{epoch: 2, text: here}]"),
        right: .cell("{plot}", "fits: fast\nannotations: [{epoch: 2, text: here}]"))
    case .severalCharts(let option):
      ProblemRecord(
        "TB-P-182", "`\(option)` is about one chart, and this cell draws several",
        help: "draw the chart in a cell of its own, such as a plot with `metrics: [accuracy]`",
        rule: "The limits and the names of axes are those of one chart",
        reason: "Charts of different quantities have axes of their own.",
        wrong: .cell("{plot}", "fits: fast\nmetrics: [loss, accuracy]\nylim: [0, 1]"),
        right: .cell("{plot}", "fits: fast\nmetrics: [accuracy]\nylim: [0, 1]"))
    case .noSuchLine(let name, let known):
      ProblemRecord(
        "TB-P-183", "the chart has no line \"\(name)\"" + didYouMean(name, known),
        help: (known.isEmpty ? "its lines have no names" : "its lines are \(listed(known))")
          + "; `x` and `y` are the axes",
        correction: Correction(name, among: known), rule: "A label is that of an axis or of a line",
        reason: "A name that the chart does not have would appear nowhere.",
        wrong: .fit("batch_size: 16") + .cell("{plot}", "fits: [fast, slow]\nlabels: {slwo: small batches}"),
        right: .fit("batch_size: 16") + .cell("{plot}", "fits: [fast, slow]\nlabels: {slow: small batches}"))
    case .otherLineCount(let count, let lines):
      ProblemRecord(
        "TB-P-184",
        "`labels` holds \(counted(count, "name")), and the chart has \(counted(lines.count, "line"))",
        help: lines.isEmpty
          ? "its lines cannot be named; a mapping names the axes: `labels: {x: …, y: …}`"
          : "name \(listed(lines)) in this order, or some of them in a mapping: `labels: {\(lines[0]): …}`",
        rule: "A list of labels has one for each line",
        reason: "Otherwise it would be unclear which is which.",
        wrong: .fit("batch_size: 16") + .cell("{plot}", "fits: [fast, slow]\nlabels: [small batches]"),
        right: .fit("batch_size: 16")
          + .cell("{plot}", "fits: [fast, slow]\nlabels: [large batches, small batches]"))
    case .epochBeyond(let epoch, let epochs):
      ProblemRecord(
        "TB-P-185", "there is no epoch \(epoch): the chart ends with epoch \(epochs)",
        help: "choose an epoch from 1 to \(epochs)", rule: "An annotation marks an epoch of the chart",
        reason: "Beyond the last epoch the chart has no place for it.",
        wrong: .cell("{plot}", "fits: fast\nannotations: [{epoch: 1000, text: here}]"),
        right: .cell("{plot}", "fits: fast\nannotations: [{epoch: 2, text: here}]"))
    }
  }
}
