import Datasets
import Engine
import NotebookResults
import Options

/// A plot of a table's columns: the distribution of one, or the relation between two.
struct DataPlot: Sendable {
  enum Subject: String { case histogram, scatter }

  let data: CellReference?
  let part: DataPart
  private let column: Placed<String>?
  private let x: Placed<String>?
  private let y: Placed<String>?
  private let bins: Int?

  init(_ options: inout OptionReader) {
    func column(_ name: String, _ help: String, _ options: inout OptionReader) -> Placed<String>? {
      let written = options.readIfPresent(name, .text, help: help)
      return written.map { Placed($0, at: options.place(of: name)) }
    }
    data = options.readIfPresent(
      "data", .reference(to: Load.name),
      help: "The table for a histogram or a scatter plot, or the series.")
    part = options.read(
      "split", .choice(of: DataPart.self), default: "train", help: "Which part of the data.")
    self.column = column(
      "column", "The column of a histogram, coloured by class if there are classes.", &options)
    x = column("x", "The column on the horizontal axis of a scatter plot.", &options)
    y = column(
      "y", "The column on the vertical axis of a scatter plot; it may be the table's target.", &options)
    bins = options.readIfPresent(
      "bins", .integer(.within(1...100)),
      help: "The number of a histogram's bins, all of one width; by default, it depends on the data.")
  }

  /// Returns the options that name the columns to draw.
  private func columns(of subject: Subject) -> [(name: String, column: Placed<String>?)] {
    switch subject {
    case .histogram: [("column", column)]
    case .scatter: [("x", x), ("y", y)]
    }
  }

  /// - Returns: true if the plot can be drawn, or false after reporting why not.
  func plan(_ subject: Subject, _ context: inout PlanContext) -> Bool {
    var isComplete = true
    func require(_ name: String, _ form: OptionForm, _ context: inout PlanContext) {
      context.report(OptionProblem.missing(name, of: "a \(subject.rawValue)", form: form), at: name)
      isComplete = false
    }
    if data == nil { require("data", OptionKind.reference(to: Load.name).form, &context) }
    for (name, column) in columns(of: subject) where column == nil {
      require(name, OptionKind.text.form, &context)
    }
    guard isComplete, let data, let description = context.data(data) else { return false }
    guard let names = TableColumns.names(of: description) else {
      context.report(PlotProblem.viewNeedsColumns(subject.rawValue, data: data.name), at: "data")
      return false
    }
    for case (_, let column?) in columns(of: subject) where !names.contains(column.value) {
      context.report(PlotProblem.noSuchColumn(column.value, known: names), at: column.range)
      isComplete = false
    }
    return part.checkPresence(in: description, of: data.name, at: "split", &context) && isComplete
  }

  func run(_ subject: Subject, _ context: RunContext) async throws -> Output {
    guard let data else { throw CellFailure.missing("data") }
    let loaded = try await context.data(data).value
    let table = TableColumns(try part.samples(of: loaded, named: data.name), loaded.columns)
    let plotted = PlottedPart(part, of: loaded)
    func read(_ column: Placed<String>?) throws -> PlottedColumn {
      let name = column?.value ?? ""
      guard let column = table.column(named: name) else {
        throw CellFailure(PlotProblem.noSuchColumn(name, known: table.names))
      }
      return column
    }
    let chart =
      switch subject {
      case .histogram:
        HistogramPlot(column: try read(column), part: plotted, groups: table.groups, binCount: bins).chart
      case .scatter:
        ScatterPlot(x: try read(x), y: try read(y), part: plotted, groups: table.groups).chart
      }
    return .xyCharts([chart])
  }

  /// Returns false after reporting options of a data plot that were given for another plot.
  func reportUnused(in subject: String, takesData: Bool = false, _ context: inout PlanContext) -> Bool {
    let given: [(String, Bool)] = [
      ("data", data != nil && !takesData), ("column", column != nil), ("x", x != nil), ("y", y != nil),
      ("bins", bins != nil),
    ]
    return Self.report(given, in: subject, &context)
  }

  /// - Returns: true if none was given, or false after reporting those that were.
  static func report(
    _ given: [(name: String, isGiven: Bool)], in subject: String, _ context: inout PlanContext
  ) -> Bool {
    let names = given.filter(\.isGiven).map(\.name)
    guard let first = names.first else { return true }
    context.report(PlotProblem.optionsOfAnotherPlot(names, what: subject), at: first)
    return false
  }
}
