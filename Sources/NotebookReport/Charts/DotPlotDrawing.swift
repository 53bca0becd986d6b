import NotebookResults
import Writing

/// A dot plot as one SVG.
struct DotPlotDrawing {
  private let chart: DotPlot
  private let wording: any Wording
  private let legend: DotPlotLegend
  private let frame: DotPlotFrame
  private let heading: String

  init(_ chart: DotPlot, size: ChartSize, in context: ViewContext) {
    self.chart = chart
    wording = context.wording
    heading = context.heading(wording.title(chart.title))
    legend = DotPlotLegend(chart, beside: heading, size: size, wording: wording)
    frame = DotPlotFrame(chart, size: size, headHeight: legend.bottom)
  }

  func markup(in root: ChartRoot) -> Markup {
    root.markup(frame.size, height: frame.height) {
      frame.size.title(
        TextMeasure.fitted(
          heading, width: frame.size.width, fontSize: frame.size.fontSize, isBold: true))
      legend.markup
      axis
      reference
      for (index, name) in chart.categories.enumerated() { row(index, name) }
    }
  }

  private var axis: Markup {
    .element("g", .class("axis")) {
      Markup.void("path", .class("grid"), Attribute("d", frame.ticks.map { line(at: $0.value) }.joined()))
      for tick in frame.ticks {
        Markup.element(
          "text", Attribute("x", frame.x(tick.value)),
          Attribute("y", frame.bottom + frame.size.fontSize * 1.4), Attribute("text-anchor", "middle")
        ) { tick.text }
      }
    }
  }

  private var reference: Markup? {
    chart.reference.map { reference in
      .element("g", .class("legend")) {
        Markup.void("path", .class("line training"), Attribute("d", line(at: reference.value)))
      }
    }
  }

  /// Returns an upright line across all rows.
  private func line(at value: Double) -> String {
    "M\(ChartPath.text((frame.x(value), frame.top)))V\(SVGNumber.text(frame.bottom))"
  }

  private func row(_ category: Int, _ name: String) -> Markup {
    let y = frame.y(category)
    let dots = chart.series.enumerated().compactMap { index, series -> (series: Int, value: Double)? in
      series.values.indices.contains(category) && series.values[category].isFinite
        ? (index, series.values[category]) : nil
    }
    let values = dots.map(\.value)
    return .element("g") {
      Markup.element("title") {
        name + wording.colon
          + dots.map { "\(wording.text(chart.series[$0.series].name)) \(DotPlot.text($0.value))" }
          .joined(separator: wording.listSeparator)
      }
      Markup.element(
        "text", .class("category"), Attribute("x", frame.left - 12),
        Attribute("y", y + frame.size.fontSize * 0.35), Attribute("text-anchor", "end")
      ) { frame.names[category] }
      Markup.void(
        "path", .class("grid"),
        Attribute("d", "M\(ChartPath.text((frame.left, y)))H\(SVGNumber.text(frame.right))"))
      if let least = values.min(), let greatest = values.max(), least < greatest {
        Markup.void(
          "path", .class("link"),
          Attribute("d", "M\(ChartPath.text((frame.x(least), y)))H\(SVGNumber.text(frame.x(greatest)))"))
      }
      for dot in dots {
        Markup.void(
          "path", .class("marker dot series-", numbered: SeriesStyle(dot.series).color),
          Attribute("d", SeriesStyle(dot.series).path(frame.x(dot.value), y)))
      }
    }
  }
}

extension DotPlot {
  static func text(_ value: Double) -> String { NumberFormat.percent(value, digits: 1) }
}
