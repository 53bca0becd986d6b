import NotebookResults
import Writing

/// A layer chart as one SVG.
struct LayerChartDrawing {
  private let chart: LayerChart
  private let wording: any Wording
  private let frame: ChartFrame
  private let heading: String

  init(_ chart: LayerChart, size: ChartSize, in context: ViewContext) {
    self.chart = chart
    let wording = context.wording
    self.wording = wording
    heading = context.heading(wording.title(chart.quantity))
    frame = ChartFrame(
      size: size, x: ChartAxis(countingTo: chart.layers.count, count: size.epochCount),
      y: ChartAxis(decadesOf: chart.lines.flatMap(\.values).compactMap(\.self), count: size.tickCount),
      endLabels: chart.lines.map { wording.word($0.role) })
  }

  func markup(in root: ChartRoot) -> Markup {
    let size = frame.size
    return root.markup(size, height: frame.height) {
      size.title(heading)
      frame.verticalAxis()
      frame.horizontalAxis(named: wording.word(.layer), hasMarks: false)
      // Lines with the same values all stay visible: a thin line on a broad one, and dashes on both.
      for line in chart.lines where line.role != .predicted { curve(line) }
      for line in chart.lines where line.role == .predicted { curve(line) }
      Markup.element("g") { endLabels.markup }
    }
  }

  /// Returns the points of a line's values; `nil` if a logarithmic axis cannot show one.
  private func points(_ line: LayerChart.Line) -> [ChartPath.Point?] {
    line.values.enumerated().map { index, value in
      guard let value, value.isFinite, value > 0 else { return nil }
      return (frame.x(Double(index + 1)), frame.y(value))
    }
  }

  private func curve(_ line: LayerChart.Line) -> Markup {
    let points = points(line)
    let style = style(line.role)
    let markers =
      line.role == .predicted ? "" : points.compactMap { $0.map { style.path($0.x, $0.y) } }.joined()
    return .element("g", .class("series-", numbered: style.color)) {
      Markup.void("path", .class(lineClass(line.role)), Attribute("d", ChartPath.line(through: points)))
      if !markers.isEmpty { Markup.void("path", .class("marker"), Attribute("d", markers)) }
      for (index, point) in points.enumerated() {
        if let point, let value = line.values[index] {
          Markup.element("g", .class("hover")) {
            Markup.element("circle", Attribute("cx", point.x), Attribute("cy", point.y), Attribute("r", 8)) {
              Markup.element("title") {
                "\(chart.layers[index]), \(wording.word(line.role)): \(NumberFormat.magnitude(value))"
              }
            }
          }
        }
      }
    }
  }

  private var endLabels: EndLabels {
    let labels = chart.lines.compactMap { line -> EndLabels.Label? in
      guard let end = points(line).last(where: { $0 != nil }) ?? nil else { return nil }
      return EndLabels.Label(
        text: wording.word(line.role), end: end, style: style(line.role), isSecondary: line.role == .predicted
      )
    }
    return EndLabels(labels, in: frame)
  }

  /// Returns the class of a line; the prediction for the start has the same colour as the start.
  private func lineClass(_ role: LayerChart.Role) -> StaticString {
    switch role {
    case .before: "line broad"
    case .predicted: "line training"
    case .after: "line"
    }
  }

  private func style(_ role: LayerChart.Role) -> SeriesStyle { SeriesStyle(role == .after ? 1 : 0) }
}

extension Wording {
  func word(_ role: LayerChart.Role) -> String {
    switch role {
    case .before: word(.beforeTraining)
    case .predicted: word(.theory)
    case .after: word(.afterTraining)
    }
  }
}
