import NotebookResults
import Writing

/// A strip of bars below an XY chart, on its horizontal axis: how many samples its points stand for.
struct XYChartStrip {
  private let series: XYChart.Series
  private let fontSize: Double

  /// - Returns: `nil` if the chart has no strip.
  init?(_ chart: XYChart, size: ChartSize) {
    guard let series = chart.series.first(where: { $0.form == .strip }) else { return nil }
    self.series = series
    fontSize = size.fontSize
  }

  /// The height, with the numbers above the bars.
  var height: Double { fontSize * 4.1 }

  private var numberSize: Double { fontSize * 0.8 }

  private var barHeight: Double { fontSize * 2.3 }

  func markup(in frame: ChartFrame, wording: any Wording) -> Markup {
    let floor = frame.bottom + height
    let largest = series.points.compactMap(\.weight).max() ?? 0
    let bars = zip(series.points, series.points.dropFirst()).filter { ($0.0.weight ?? 0) > 0 }
    return .element("g") {
      for (bar, next) in bars {
        let count = bar.weight ?? 0
        let text = NumberFormat.fixed(count, digits: 0)
        let (left, right) = (frame.x(bar.x) + 0.75, frame.x(next.x) - 0.75)
        // Even a bin of few samples is seen.
        let top = floor - max(1.5, barHeight * count / largest)
        Markup.element(
          "path", .class("bar"),
          Attribute(
            "d",
            "M" + ChartPath.text((left, floor))
              + "V\(SVGNumber.text(top))H\(SVGNumber.text(right))V\(SVGNumber.text(floor))z")
        ) {
          Markup.element("title") {
            "\(NumberFormat.percent(bar.x, digits: 0))–\(NumberFormat.percent(next.x, digits: 0))"
              + wording.listSeparator + text
          }
        }
        // The table has the numbers that are too long for their bars.
        if count == largest || TextMeasure.width(text, fontSize: numberSize) <= right - left {
          Markup.element(
            "text", Attribute("x", (left + right) / 2), Attribute("y", top - fontSize * 0.3),
            Attribute("text-anchor", "middle"), Attribute("font-size", numberSize)
          ) { text }
        }
      }
    }
  }
}
