import NotebookResults
import Options

/// The options with which an author styles the charts of a cell.
///
/// They change neither the result of a cell nor its stored outputs, and are not inherited.
package struct ChartOptions: Sendable {
  enum Option: String, CaseIterable {
    case title, labels, ylim, height, width, columns, annotations
  }

  /// The names of all of them; a directive offers those that fit what it draws.
  static let names = Set(Option.allCases.map(\.rawValue))

  private struct Annotation: Sendable {
    let epoch: Placed<Int>
    let text: String

    init(_ options: inout OptionReader) {
      let epoch = options.read(
        "epoch", .integer(.within(1...100_000)), affects: .presentation,
        help: "The number of the epoch at which the line stands.")
      self.epoch = Placed(epoch, at: options.place(of: "epoch"))
      text = options.read(
        "text", .text(most: 80), affects: .presentation, help: "The text beside the line: plain text.")
    }
  }

  private var title: String?
  private var labels: Placed<ChartLabels>?
  private var ylim: Placed<ClosedRange<Double>>?
  private var height: Int?
  private var width: Int?
  private var columns: Int?
  private var annotations: [Annotation] = []

  /// Creates the options of a directive that draws no charts.
  init() {}

  init(_ options: inout OptionReader, offering offered: [Option] = Option.allCases) {
    func read<Value>(
      _ option: Option, _ kind: OptionKind<Value>, _ help: String, _ options: inout OptionReader
    ) -> Placed<Value>? {
      guard offered.contains(option) else { return nil }
      let value = options.readIfPresent(option.rawValue, kind, affects: .presentation, help: help)
      return value.map { Placed($0, at: options.place(of: option.rawValue)) }
    }
    title = read(.title, .text(most: 120), "A line of plain text above what the cell draws.", &options)?.value
    labels = read(
      .labels, .chartLabels,
      "Names in the chart, as plain text. In a mapping, `x` and `y` name the axes and any other name is that of a "
        + "line: a fit, an activation, or, in the chart of one fit, `training`, `validation` or `test`. In a list, "
        + "the names of the lines in their order.", &options)
    ylim = read(
      .ylim, .range,
      "The lowest and the highest value of the vertical axis, as in `[0.8, 1]` for 80% to 100%. What is outside is "
        + "cut off at the frame, and the page says so.", &options)
    height =
      read(
        .height, .integer(.within(120...800)),
        "The height of a chart in pixels; more where its names need it.", &options)?.value
    width =
      read(
        .width, .integer(.within(240...720)),
        "The width of a chart in pixels; 720 is that of the text. On a telephone, charts keep their own width.",
        &options)?.value
    columns =
      read(
        .columns, .integer(.within(1...3)),
        "How many charts or galleries stand beside one another, where there are several.", &options)?.value
    annotations =
      read(
        .annotations, .distinctList(of: .group(of: "annotation") { Annotation(&$0) }, most: 10),
        "Epochs that are marked with a thin line and a text: `[{epoch: 4, text: the rate falls}]`.", &options)?
      .value ?? []
  }

  /// Returns the style of what a cell draws, after reporting options that do not fit it.
  func style(of drawings: CellDrawings, _ context: inout PlanContext) -> ChartStyle {
    var style = ChartStyle(title: title, height: height, width: width, columns: columns)
    checkSizes(drawings, &context)
    if let labels { name(&style, by: labels, in: drawings, &context) }
    if let ylim, isOfOneChart(.ylim, at: ylim, drawings, &context) {
      if drawings.isLogarithmic, ylim.value.lowerBound <= 0 {
        context.report(
          OptionProblem.unfitting("ylim", "begins above zero on a logarithmic axis"), at: ylim.range)
      }
      style.ylim = ylim.value
    }
    for annotation in annotations {
      guard let epochs = drawings.epochs else {
        context.report(
          ChartProblem.nothingToStyle(Option.annotations.rawValue, "a chart over epochs"),
          at: Option.annotations.rawValue)
        break
      }
      if annotation.epoch.value > epochs {
        context.report(
          ChartProblem.epochBeyond(annotation.epoch.value, epochs: epochs), at: annotation.epoch.range)
      }
      style.annotations.append(.init(epoch: annotation.epoch.value, text: annotation.text))
    }
    return style
  }

  private func checkSizes(_ drawings: CellDrawings, _ context: inout PlanContext) {
    let hasCharts = drawings.charts.map { $0 + drawings.otherCharts > 0 } ?? true
    let hasSeveral = drawings.charts.map { max($0, drawings.galleries) > 1 } ?? true
    let unused: [(Option, String)?] = [
      height == nil || hasCharts ? nil : (.height, "a chart"),
      width == nil || hasCharts ? nil : (.width, "a chart"),
      columns == nil || hasSeveral ? nil : (.columns, "several charts or galleries"),
    ]
    for case (let option, let drawing)? in unused {
      context.report(ChartProblem.nothingToStyle(option.rawValue, drawing), at: option.rawValue)
    }
  }

  private func isOfOneChart<Value>(
    _ option: Option, at place: Placed<Value>, _ drawings: CellDrawings, _ context: inout PlanContext
  ) -> Bool {
    switch drawings.charts {
    case 1?: return true
    case 0?:
      context.report(ChartProblem.nothingToStyle(option.rawValue, "a chart with two axes"), at: place.range)
    default: context.report(ChartProblem.severalCharts(option.rawValue), at: place.range)
    }
    return false
  }

  private func name(
    _ style: inout ChartStyle, by labels: Placed<ChartLabels>, in drawings: CellDrawings,
    _ context: inout PlanContext
  ) {
    let lines = drawings.lines
    switch labels.value {
    case .ofLines(let names):
      guard names.count == lines.count else {
        context.report(ChartProblem.otherLineCount(names.count, lines: lines.map(\.name)), at: labels.range)
        return
      }
      for (line, name) in zip(lines, names) { style.lineNames[line.shown] = name.value }
    case .byName(let names):
      for name in names {
        if let axis = ChartLabels.Axis(rawValue: name.key.value) {
          guard
            axis == .x && drawings.epochs != nil || isOfOneChart(.labels, at: name.key, drawings, &context)
          else { continue }
          if axis == .x { style.xLabel = name.text } else { style.yLabel = name.text }
        } else if let line = lines.first(where: { $0.name == name.key.value }) {
          style.lineNames[line.shown] = name.text
        } else {
          context.report(
            ChartProblem.noSuchLine(name.key.value, known: lines.map(\.name)), at: name.key.range)
        }
      }
    }
    let shown = lines.map { style.lineNames[$0.shown] ?? $0.shown }
    if Set(shown).count < Set(lines.map(\.shown)).count {
      context.report(
        OptionProblem.unfitting("labels", "gives two lines the same name"), at: labels.range)
    }
  }
}

/// The charts that a cell draws, as far as they are known before it is computed, for the options that style them.
package struct CellDrawings: Sendable {
  /// A line of the charts.
  struct Line: Sendable {
    /// The name in options: a fit, an activation or a role.
    let name: String
    /// The name on the page, unless the author chooses another.
    let shown: String
  }

  /// The number of charts with two axes; `nil` if the results decide.
  var charts: Int? = 0
  /// The number of charts by class or by layer.
  var otherCharts = 0
  var galleries = 0
  /// The largest number of figures and tables, each of which has a letter; `nil` if the results decide.
  var parts: Int?
  /// The lines of the charts that can be named.
  var lines: [Line] = []
  /// The number of epochs along the charts; `nil` if they are not over epochs.
  var epochs: Int?
  /// True if the vertical axis is logarithmic.
  var isLogarithmic = false
}

extension CellDrawings.Line {
  /// Returns the lines of the charts of a single fit, by the samples they are measured on.
  static func roles(of fit: FitSignature) -> [CellDrawings.Line] {
    fit.recorded.map(\.role.rawValue).withoutRepetition.map { .init(name: $0, shown: $0) }
  }
}

/// The author's names in a chart.
enum ChartLabels: Sendable {
  enum Axis: String { case x, y }

  /// The names of the lines, in their order.
  case ofLines([Placed<String>])
  /// Texts by the names of axes and lines.
  case byName([(key: Placed<String>, text: String)])
}

extension OptionKind where Value == ChartLabels {
  fileprivate static let chartLabels = OptionKind(
    form: .either(.mapping(.text), .list(.text)), placeholder: { .ofLines([]) }
  ) { value, name, findings in
    let text = OptionKind<String>.text(most: 60)
    guard case .mapping(let entries) = value.content else {
      guard let reading = OptionKind<[String]>.list(of: text).read(value, name, &findings) else { return nil }
      return (.ofLines(reading.value.map { Placed($0, at: value.range) }), reading.canonical)
    }
    let readings = entries.compactMap { entry in
      text.read(entry.value, entry.key, &findings).map { (entry: entry, reading: $0) }
    }
    guard readings.count == entries.count else { return nil }
    return (
      .byName(readings.map { (Placed($0.entry.key, at: $0.entry.keyRange), $0.reading.value) }),
      OptionValue(
        .mapping(readings.map { OptionValue.Entry($0.entry.key, $0.reading.canonical) }), at: value.range)
    )
  }
}
