import NotebookResults

/// A small chart without numbers, for a card of the index.
struct Thumbnail {
  private static let (width, height, fontSize) = (340.0, 150.0, 12.5)

  private let chart: LineChart
  private let names: LineNames
  private let axis: LineChartAxis

  init(_ chart: LineChart, wording: any Wording) {
    // The validation curve of each run, or the training curve of a run without one.
    let lines = chart.lines.filter { line in
      line.role == .validation || !chart.lines.contains { $0.run == line.run && $0.role == .validation }
    }
    self.chart = LineChart(
      quantity: chart.quantity, unit: chart.unit, better: chart.better, lines: lines, scale: chart.scale)
    names = LineNames(chart, wording: wording)
    axis = LineChartAxis(self.chart, size: .narrow)
  }

  func markup(in root: ChartRoot) -> Markup {
    let epochs = max(2, chart.lines.map(\.values.count).max() ?? 2)
    let x = LinearScale(1...Double(epochs), from: 4, to: Self.width - 8)
    let y = AxisScale(axis.span, isLogarithmic: chart.scale == .log, from: Self.height - 6, to: 34)
    return root.markup("chart thumbnail", width: Self.width, height: Self.height, fontSize: Self.fontSize) {
      Markup.element("text", .class("quantity"), Attribute("x", 0.0), Attribute("y", 14.0)) {
        TextMeasure.shortened(names.heading, columns: 44)
      }
      for tick in axis.ticks {
        Markup.void(
          "path", .class("grid"),
          Attribute("d", "M0 \(SVGNumber.text(y(tick)))H\(SVGNumber.text(Self.width))"))
      }
      for line in chart.lines { curve(line, x, y) }
    }
  }

  private func curve(_ line: LineChart.Line, _ x: LinearScale, _ y: AxisScale) -> Markup {
    let style = names.style(of: line)
    let points = line.values.enumerated().filter { chart.canShow($0.element) }
      .map { (x(Double($0.offset + 1)), y($0.element)) }
    let path = points.map { SVGNumber.text($0.0) + " " + SVGNumber.text($0.1) }.joined(separator: "L")
    return .element("g", .class("series-", numbered: style.color)) {
      if let last = points.last {
        Markup.void(
          "path", .class(line.role == .training ? "line training" : "line"), Attribute("d", "M" + path))
        Markup.void("path", .class("marker"), Attribute("d", style.path(last.0, last.1)))
      }
    }
  }
}
