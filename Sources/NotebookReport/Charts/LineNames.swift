import NotebookResults
import Writing

/// The names of the lines of a chart: roles if there is one run, runs if there are several.
struct LineNames {
  let chart: LineChart
  let wording: any Wording
  private let style: ChartStyle
  /// The number of the part that the chart is.
  private let part: NumberedCells.Part?

  init(_ chart: LineChart, wording: any Wording) {
    self.chart = chart
    self.wording = wording
    style = .automatic
    part = nil
  }

  /// - Parameter isFirst: false for a chart after the first of a figure, which bears the number of the part.
  init(_ chart: LineChart, isFirst: Bool = true, in context: ViewContext) {
    self.chart = chart
    wording = context.wording
    style = context.style
    part = isFirst ? context.part : nil
  }

  /// The runs in order of first appearance.
  var runs: [String] {
    var seen = Set<String>()
    return chart.lines.map(\.run).filter { seen.insert($0).inserted }
  }

  /// The quantity of the chart, with the data it was measured on unless the lines' names say so.
  var quantity: String {
    let roles = Set(chart.lines.map(\.role))
    guard runs.count > 1, roles.count == 1, let role = roles.first else {
      return wording.text(chart.quantity)
    }
    return wording.text(Words(chart.quantity, measuredOn: role))
  }

  /// The text above the chart, which names the vertical axis and mentions a logarithmic one.
  var heading: String {
    let quantity = quantity.sentenceCased
    let name = style.yLabel ?? (chart.scale == .log ? wording.onLogarithmicAxis(quantity) : quantity)
    return part?.heading(name) ?? name
  }

  /// The name of the whole chart.
  var title: String { wording.chartTitle(quantity: quantity, along: axis, runs: runs.count) }

  /// The name of the axis along which the lines run.
  var axis: String { wording.text(chart.x.name) }

  /// The text below the axis.
  var axisLabel: String { style.xLabel ?? axis }

  /// Returns a place along the axis, such as "epoch 3".
  func place(at index: Int, of line: LineChart.Line) -> String {
    wording.place(axis, chart.x.text(line.place(at: index)))
  }

  /// Returns the samples that a line is measured on, or the quantity of a setting, which is measured on none.
  func role(_ line: LineChart.Line) -> String { role(line.role) }

  func role(_ role: LineChart.Role) -> String {
    if runs.count == 1, let name = style.lineNames[role.rawValue] { return name }
    return switch role {
    case .training: wording.word(.training)
    case .validation: wording.word(.validation)
    case .test: wording.word(.test)
    case .setting: wording.text(chart.quantity)
    }
  }

  /// Returns the full name, as used in tables and tooltips.
  func full(_ line: LineChart.Line) -> String {
    let roles = Set(chart.lines.map(\.role))
    if runs.count == 1 { return role(line) }
    return roles.count == 1 ? line.run : "\(line.run), \(role(line))"
  }

  func value(_ value: Double) -> String { chart.unit.text(value) }

  /// Returns the name of the line at the level of chance, with its value.
  func chance(_ level: Double) -> String {
    let percent = level * 100
    let isWhole = chart.unit == .fraction && abs(percent - percent.rounded()) < 1e-9
    return wording.word(.chance) + " " + (isWhole ? NumberFormat.percent(level, digits: 0) : value(level))
  }

  /// The author's annotations as sentences.
  var annotations: [String] {
    guard chart.x == .epochs else { return [] }
    return style.annotations.map { note in
      wording.annotation(at: wording.place(axis, chart.x.text(Double(note.epoch))), note.text)
    }
  }

  /// The note that values are outside the vertical axis, if some are.
  var cutOff: Markup? {
    style.ylim.flatMap { limits in
      let values = chart.allLines.flatMap(\.valuesAndEdges).joined().filter(chart.canShow)
      return CutOffNote(limits: limits, values: values, wording: wording, text: value).markup
    }
  }

  /// The number of runs in each band; `nil` if there is no band or the numbers differ.
  var bandRuns: Int? {
    let counts = Set(chart.lines.compactMap { $0.band?.runs })
    return counts.count == 1 ? counts.first : nil
  }

  var hasBands: Bool { chart.lines.contains { $0.band != nil } }

  /// True if all bands have standard deviations beside their ranges.
  var hasSpreads: Bool { hasBands && chart.lines.allSatisfy { $0.band == nil || $0.band?.deviation != nil } }

  func notableBest(of line: LineChart.Line) -> LineChartReading.Point? {
    LineChartReading.notableBest(of: line, better: chart.better, unit: chart.unit)
  }

  /// Returns the roles that the legend explains: for several runs, whose names are at the lines' ends, and
  /// for one run if names beside the lines would take up too much of the chart.
  func rolesInLegend(_ size: ChartSize) -> [LineChart.Role] {
    let roles = [LineChart.Role.validation, .test, .training].filter { role in
      chart.lines.contains { $0.role == role }
    }
    let areNamed = runs.count > 1 ? roles.count > 1 : !size.isWide
    return areNamed ? roles : []
  }

  /// Returns the labels at the ends of lines; if there are several runs, one label each.
  func endLabels(_ size: ChartSize) -> [(line: LineChart.Line, text: String)] {
    let isSingle = runs.count == 1
    let namesRoles = rolesInLegend(size).isEmpty
    func named(_ line: LineChart.Line, _ last: Double) -> String {
      "\(TextMeasure.shortened(line.run, columns: size.labelColumns)) \(value(last))"
    }
    let own = chart.lines.compactMap { line -> (line: LineChart.Line, text: String)? in
      // A run that broke down is labelled at its last number, and the label shows that it ends without one.
      guard isSingle || chart.isLeading(line), let last = line.values.last,
        line.values.contains(where: chart.canShow)
      else {
        return nil
      }
      let namesRole = namesRoles && line.role != .setting
      if isSingle { return (line, namesRole ? "\(role(line)) \(value(last))" : value(last)) }
      return (line, named(line, last))
    }
    guard let earlier = chart.earlier, let last = earlier.values.last else { return own }
    return own + [(earlier, named(earlier, last))]
  }
}

extension LineChart.Unit {
  /// Returns a value with its unit.
  func text(_ value: Double) -> String {
    switch self {
    case .fraction: NumberFormat.percent(value, digits: 1)
    case .plain: NumberFormat.fixed(value, digits: abs(value) < 10 ? 3 : 1)
    case .anySize: NumberFormat.plain(value)
    }
  }
}
