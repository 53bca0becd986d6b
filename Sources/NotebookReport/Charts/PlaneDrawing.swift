import NotebookResults

/// A plane chart as one SVG.
struct PlaneDrawing {
  private let chart: PlaneChart
  private let wording: any Wording
  private let legend: PlaneLegend
  private let frame: PlaneFrame

  init(_ chart: PlaneChart, size: ChartSize, wording: any Wording) {
    self.chart = chart
    self.wording = wording
    legend = PlaneLegend(chart, size: size, wording: wording)
    frame = PlaneFrame(chart, size: size, legendRows: legend.rows)
  }

  func markup(in root: ChartRoot) -> Markup {
    root.markup(frame.size, height: frame.height) {
      Markup.element("text", .class("quantity"), Attribute("x", 0), Attribute("y", frame.size.fontSize * 1.2))
      { fitted(wording.title(chart.title), to: frame.size.width, isBold: true) }
      legend.markup
      verticalAxis
      horizontalAxis
      reference
      for (index, series) in chart.series.enumerated() {
        PlaneMarks(series: series, style: SeriesStyle(index), frame: frame, largestWeight: largestWeight)
          .markup
      }
      PlaneHover(chart: chart, frame: frame, wording: wording).markup
    }
  }

  /// Names of columns may be of any length; the chart's title for screen readers and its numbers have them whole.
  private func fitted(_ text: String, to width: Double, isBold: Bool = false) -> String {
    TextMeasure.fitted(text, width: width, fontSize: frame.size.fontSize, isBold: isBold)
  }

  private var largestWeight: Double { chart.series.flatMap(\.points).compactMap(\.weight).max() ?? 1 }

  private var verticalAxis: Markup {
    .element("g", .class("axis")) {
      Markup.element("text", Attribute("x", 0), Attribute("y", frame.top - frame.size.fontSize * 1.2)) {
        fitted(wording.text(chart.y.name), to: frame.size.width)
      }
      for tick in frame.yTicks {
        Markup.void(
          "line", .class("grid"), Attribute("x1", frame.left), Attribute("x2", frame.right),
          Attribute("y1", tick.position), Attribute("y2", tick.position))
        Markup.element(
          "text", Attribute("x", frame.left - 8), Attribute("y", tick.position + frame.size.fontSize * 0.35),
          Attribute("text-anchor", "end")
        ) { tick.text }
      }
    }
  }

  private var horizontalAxis: Markup {
    let fontSize = frame.size.fontSize
    return .element("g", .class("axis")) {
      for tick in frame.xTicks {
        Markup.void(
          "line", .class("tick"), Attribute("x1", tick.position), Attribute("x2", tick.position),
          Attribute("y1", frame.bottom), Attribute("y2", frame.bottom + 4))
        Markup.element(
          "text", Attribute("x", tick.position), Attribute("y", frame.bottom + fontSize * 1.5),
          Attribute("text-anchor", "middle")
        ) { tick.text }
      }
      Markup.element(
        "text", Attribute("x", frame.right), Attribute("y", frame.bottom + fontSize * 3.1),
        Attribute("text-anchor", "end")
      ) { fitted(wording.text(chart.x.name), to: frame.right) }
    }
  }

  private var reference: Markup? {
    chart.reference.map { reference in
      .element("g", .class("legend")) {
        Markup.void(
          "line", .class("line training"), Attribute("x1", frame.x(reference.from.x)),
          Attribute("x2", frame.x(reference.to.x)), Attribute("y1", frame.y(reference.from.y)),
          Attribute("y2", frame.y(reference.to.y)))
      }
    }
  }
}
