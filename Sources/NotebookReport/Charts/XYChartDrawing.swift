import NotebookResults

/// An XY chart as one SVG.
struct XYChartDrawing {
  private let chart: XYChart
  private let wording: any Wording
  private let styles: [SeriesStyle]
  private let legend: XYChartLegend
  private let strip: XYChartStrip?
  private let frame: ChartFrame
  private let isLimited: Bool
  private let heading: String

  /// - Parameters:
  ///   - peers: the charts that share the vertical axis, this one among them.
  ///   - isFirst: false for a chart after the first of a figure, which bears the number of the part.
  init(
    _ chart: XYChart, among peers: [XYChart], isFirst: Bool, size: ChartSize, in context: ViewContext
  ) {
    self.chart = chart
    wording = context.wording
    let title = wording.title(chart.title)
    heading = isFirst ? context.heading(title) : title
    let limits = context.style.ylim
    styles = chart.series.enumerated().map { index, series in
      series.run.flatMap { context.runs[$0] } ?? SeriesStyle(index)
    }
    legend = XYChartLegend(chart, styles, beside: heading, size: size, wording: wording)
    strip = XYChartStrip(chart, size: size)
    frame = ChartFrame(
      chart, among: peers, size: size, limits: limits, legendRows: legend.rows,
      stripHeight: strip?.height ?? 0)
    isLimited = limits != nil
  }

  func markup(in root: ChartRoot) -> Markup {
    root.markup(frame.size, height: frame.height) {
      frame.size.title(fitted(heading, to: frame.size.width, isBold: true))
      legend.markup
      verticalAxis
      horizontalAxis
      frame.cut(isLimited, in: root) {
        reference
        marks { $0.form == .thin }
        marks { $0.form != .thin }
      }
      strip?.markup(in: frame, wording: wording)
      note
      XYChartHover(chart: chart, frame: frame, wording: wording).markup
    }
  }

  private func marks(of isMeant: (XYChart.Series) -> Bool) -> [Markup] {
    chart.series.enumerated().filter { isMeant($0.element) }.map { index, series in
      XYChartMarks(series: series, style: styles[index], frame: frame, largestWeight: largestWeight)
        .markup
    }
  }

  /// Shortens the name of a column, which the title for screen readers and the table of numbers give in full.
  private func fitted(_ text: String, to width: Double, isBold: Bool = false) -> String {
    TextMeasure.fitted(text, width: width, fontSize: frame.size.fontSize, isBold: isBold)
  }

  private var largestWeight: Double { chart.series.flatMap(\.points).compactMap(\.weight).max() ?? 1 }

  private var verticalAxis: Markup {
    frame.verticalAxis(
      name: chart.y.isNamed
        ? .element("text", Attribute("x", 0), Attribute("y", frame.top - frame.size.fontSize * 1.2)) {
          fitted(wording.text(chart.y.name), to: frame.size.width)
        } : nil)
  }

  private var horizontalAxis: Markup {
    let fontSize = frame.size.fontSize
    let floor = frame.bottom + (strip?.height ?? 0)
    return frame.horizontalAxis(
      baseline: floor + fontSize * 1.5, hasMarks: strip == nil,
      name: !chart.x.isNamed
        ? nil
        : .element(
          "text", Attribute("x", frame.right), Attribute("y", floor + fontSize * 3.1),
          Attribute("text-anchor", "end")
        ) { fitted(wording.text(chart.x.name), to: frame.right) })
  }

  private var note: Markup? {
    chart.note.map { note in
      .element(
        "text", .class("quantity haloed"), Attribute("x", frame.x(note.place.x)),
        Attribute("y", frame.y(note.place.y)), note.isBefore ? Attribute("text-anchor", "end") : .none
      ) { wording.text(note.text) }
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
