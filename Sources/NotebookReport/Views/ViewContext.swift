import NotebookResults

/// The surroundings of a view: language, id, alternative text, the styles of runs and that of charts.
struct ViewContext: Sendable {
  let wording: any Wording
  /// The prefix of all ids within the view, unique on the page.
  let id: String
  /// The author's alternative text for charts and images.
  let alternativeText: String?
  /// The styles of the page's runs.
  var runs = RunStyles()
  /// The author's choices for charts.
  var style = ChartStyle.automatic
  /// The part of the cell that the view is; `nil` if it is the only figure or table.
  var part: NumberedCells.Part?
  /// True if the view stands beside others in a row.
  var isBeside = false

  /// The sizes in which a chart is drawn.
  var sizes: [ChartSize] { isBeside ? [.beside(style)] : ChartSize.all(style) }

  /// The id of the view, if links can lead to it.
  var anchor: Attribute { part.map { .id($0.id) } ?? .none }

  /// Returns a heading after the number of the part.
  func heading(_ title: String) -> String { part?.heading(title) ?? title }

  /// Returns the heading of a view that may have no title: the number of the part alone, or nothing at all.
  func heading(ofPartWith title: String?) -> String? { title.map(heading) ?? part?.label }

  /// The same surroundings for a view that is no part of several.
  var whole: ViewContext {
    var context = self
    context.part = nil
    return context
  }

  /// The same surroundings for a view in a row of several.
  var beside: ViewContext {
    var context = self
    context.isBeside = true
    return context
  }

  /// The class of a row of charts or galleries: as many as fit, or as the author says.
  var multiples: Attribute {
    style.columns.map { .class("multiples columns-", numbered: $0) } ?? .class("multiples")
  }

  /// Returns a chart with the author's names for its runs, and the context in which these keep their colours.
  func naming(runsOf chart: LineChart) -> (chart: LineChart, context: ViewContext) {
    guard !style.lineNames.isEmpty else { return (chart, self) }
    var context = self
    context.runs = runs.renaming(style.lineNames)
    return (chart.renamingRuns(style.lineNames), context)
  }
}
