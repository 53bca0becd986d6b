import NotebookResults
import Writing

/// A bar chart as one SVG; each bar has its value at its end.
struct BarChartDrawing {
  private let chart: BarChart
  private let wording: any Wording
  private let frame: BarChartFrame

  init(_ chart: BarChart, size: ChartSize, wording: any Wording) {
    self.chart = chart
    self.wording = wording
    frame = BarChartFrame(
      chart, size: size, title: wording.title(chart.title),
      legendWidth: Self.legendWidths(chart, size, wording).reduce(0, +),
      valueTexts: chart.series.flatMap(\.values).map { chart.unit.text($0) })
  }

  func markup(in root: ChartRoot) -> Markup {
    root.markup(frame.size, height: frame.height) {
      frame.size.title(wording.title(chart.title))
      legend
      axis
      for (index, name) in chart.categories.enumerated() { row(index, name) }
    }
  }

  /// Returns the widths of the legend's entries; series are named only if there are several.
  private static func legendWidths(_ chart: BarChart, _ size: ChartSize, _ wording: any Wording) -> [Double] {
    guard chart.series.count > 1 else { return [] }
    return chart.series.map { TextMeasure.width(wording.text($0.name), fontSize: size.fontSize) + 32 }
  }

  private var legend: Markup {
    let widths = Self.legendWidths(chart, frame.size, wording)
    var x = frame.legendX
    var parts: [Markup] = []
    for (index, width) in widths.enumerated() {
      let side = frame.size.fontSize * 0.75
      parts.append(
        .element("g", .class("series-", numbered: index)) {
          bar(index, x: x, y: frame.legendBaseline - side, width: side, height: side)
          Markup.element("text", Attribute("x", x + side + 6), Attribute("y", frame.legendBaseline)) {
            wording.text(chart.series[index].name)
          }
        })
      x += width
    }
    return .element("g", .class("legend-bars")) { parts }
  }

  private var axis: Markup {
    .element("g", .class("axis")) {
      for tick in frame.ticks {
        let x = frame.x(tick.value)
        Markup.void(
          "line", .class("grid"), Attribute("x1", x), Attribute("x2", x), Attribute("y1", frame.top),
          Attribute("y2", frame.bottom))
        Markup.element(
          "text", Attribute("x", x), Attribute("y", frame.bottom + frame.size.fontSize * 1.4),
          Attribute("text-anchor", tick.value == 0 ? "start" : "middle")
        ) { tick.text }
      }
    }
  }

  private func row(_ category: Int, _ name: String) -> Markup {
    let middle = frame.y(category: category, series: 0) + (frame.rowHeight - BarChartFrame.gap) / 2
    return .element("g") {
      Markup.element(
        "text", .class("category"), Attribute("x", frame.left - 8),
        Attribute("y", middle + frame.size.fontSize * 0.35), Attribute("text-anchor", "end")
      ) { frame.names[category] }
      for (index, series) in chart.series.enumerated() where series.values.indices.contains(category) {
        labelledBar(series, index, category, name)
      }
    }
  }

  private func labelledBar(_ series: BarChart.Series, _ index: Int, _ category: Int, _ name: String) -> Markup
  {
    let value = series.values[category]
    let y = frame.y(category: category, series: index)
    let end = frame.x(value)
    return .element("g", .class("series-", numbered: index)) {
      Markup.element("title") { "\(name), \(wording.text(series.name)): \(chart.unit.text(value))" }
      bar(index, x: frame.left, y: y, width: end - frame.left, height: frame.barHeight - 1.5)
      Markup.element(
        "text", Attribute("x", end + 5),
        Attribute("y", y + frame.barHeight / 2 + frame.valueFontSize * 0.32),
        Attribute("font-size", frame.valueFontSize)
      ) { chart.unit.text(value) }
    }
  }

  /// Returns a bar; the first series is filled and the second outlined, so that they differ without colour.
  private func bar(_ index: Int, x: Double, y: Double, width: Double, height: Double) -> Markup {
    .void(
      "rect", .class(index == 0 ? "bar" : "bar framed"), Attribute("x", x), Attribute("y", y),
      Attribute("width", max(0, width)), Attribute("height", height))
  }
}

extension BarChart.Unit {
  func text(_ value: Double) -> String {
    self == .fraction ? NumberFormat.percent(value, digits: 1) : NumberFormat.fixed(value, digits: 0)
  }
}
