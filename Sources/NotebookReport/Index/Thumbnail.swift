import NotebookResults

/// A small chart without numbers, for a card of the index.
struct Thumbnail {
  private static let (width, height, fontSize) = (340.0, 150.0, 12.5)

  private let chart: LineChart
  private let names: LineNames
  private let axis: ChartAxis
  private let styles: [String: SeriesStyle]

  init(_ chart: LineChart, wording: any Wording) {
    self.chart = LineChart(
      quantity: chart.quantity, unit: chart.unit, better: chart.better, x: chart.x,
      lines: chart.lines.filter(chart.isLeading), scale: chart.scale)
    names = LineNames(chart, wording: wording)
    styles = RunStyles().styles(of: names.runs)
    axis = ChartAxis(ofValuesIn: self.chart, size: .narrow)
  }

  func markup(in root: ChartRoot) -> Markup {
    let x = ChartAxis(along: chart, size: .narrow).scale(from: 4, to: Self.width - 8)
    let y = axis.scale(from: Self.height - 6, to: 34)
    return root.markup("chart thumbnail", width: Self.width, height: Self.height, fontSize: Self.fontSize) {
      Markup.element("text", .class("quantity"), Attribute("x", 0.0), Attribute("y", 14.0)) {
        TextMeasure.shortened(names.heading, columns: 44)
      }
      for tick in axis.ticks {
        Markup.void(
          "path", .class("grid"),
          Attribute("d", "M0 \(SVGNumber.text(y(tick.value)))H\(SVGNumber.text(Self.width))"))
      }
      for line in chart.lines { curve(line, x, y) }
    }
  }

  private func curve(_ line: LineChart.Line, _ x: ChartScale, _ y: ChartScale) -> Markup {
    let style = styles[line.run] ?? SeriesStyle(0)
    let points = line.values.enumerated().filter { chart.canShow($0.element) }
      .map { (x: x(line.place(at: $0.offset)), y: y($0.element)) }
    return .element("g", .class("series-", numbered: style.color)) {
      if let last = points.last {
        Markup.void(
          "path", .class(line.role == .training ? "line training" : "line"),
          Attribute("d", ChartPath.line(through: points)))
        Markup.void("path", .class("marker"), Attribute("d", style.path(last.0, last.1)))
      }
    }
  }
}
