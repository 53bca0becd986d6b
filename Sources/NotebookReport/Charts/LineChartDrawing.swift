import NotebookResults

/// A line chart as one SVG, which takes its colours from the page but also works alone.
struct LineChartDrawing {
  private let chart: LineChart
  private let names: LineNames
  private let legend: LineChartLegend
  private let frame: ChartFrame
  private let styles: [String: SeriesStyle]
  private let answersPointer: Bool
  private let annotations: ChartAnnotations
  private let isLimited: Bool
  /// The level of chance, if it is within the axis.
  private let chance: Double?

  /// - Parameters:
  ///   - first: the first chart of the figure, if it is another one; it says what bands are, and its legend has the
  ///     lines that this one leaves free.
  ///   - answersPointer: true if it shows the values at the place of a pointer.
  init(
    _ chart: LineChart, after first: LineChart? = nil, size: ChartSize, answersPointer: Bool,
    _ context: ViewContext
  ) {
    self.chart = chart
    let style = context.style
    let names = LineNames(chart, isFirst: first == nil, in: context)
    self.names = names
    self.answersPointer = answersPointer
    styles = context.runs.styles(of: names.runs)
    legend = LineChartLegend(names, size: size, namesBands: first == nil)
    let others = first.map { LineChartLegend(LineNames($0, in: context), size: size).rows } ?? 0
    let x = ChartAxis(along: chart, size: size)
    let y = ChartAxis(ofValuesIn: chart, size: size, limits: style.ylim)
    let chance = chart.chance.flatMap { y.span.contains($0) ? $0 : nil }
    self.chance = chance
    isLimited = style.ylim != nil
    let legendRows = max(legend.rows, others)
    let endLabels = names.endLabels(size).map(\.text) + (chance.map { [names.chance($0)] } ?? [])
    let plain = ChartFrame(size: size, x: x, y: y, legendRows: legendRows, endLabels: endLabels)
    annotations = ChartAnnotations(
      chart.x == .epochs ? style.annotations : [], last: Int(x.span.upperBound), in: plain)
    frame =
      annotations.rows == 0
      ? plain
      : ChartFrame(
        size: size, x: x, y: y, legendRows: legendRows, annotationRows: annotations.rows,
        endLabels: endLabels)
  }

  func markup(in root: ChartRoot) -> Markup {
    let size = frame.size
    return root.markup(size, height: frame.height) {
      Markup.element("g", .class("heading")) {
        size.title(names.heading)
        legend.markup
      }
      frame.horizontalAxis(named: names.axisLabel)
      frame.verticalAxis()
      annotations.markup(in: frame)
      if let chance { level(chance) }
      frame.cut(isLimited, in: root) {
        if let earlier = chart.earlier { self.earlier(earlier) }
        for line in chart.lines where isTraced(line) { curve(line) }
        for line in chart.lines where !isTraced(line) { curve(line) }
      }
      endLabels.markup
      if answersPointer {
        LineChartHover(chart: chart, names: names, frame: frame, styles: styles).markup
      }
    }
  }

  private func style(of line: LineChart.Line) -> SeriesStyle { styles[line.run] ?? SeriesStyle(0) }

  /// Returns true if a line is the start of another, as for a fit that a longer one continued; it is drawn
  /// broad so that it stays visible below the other.
  private func isTraced(_ line: LineChart.Line) -> Bool {
    line.band == nil
      && chart.lines.contains { $0.values.count > line.values.count && $0.values.starts(with: line.values) }
  }

  /// Returns the points of a line's values; `nil` if the chart cannot show one.
  private func points(_ line: LineChart.Line) -> [ChartPath.Point?] {
    line.values.enumerated().map { index, value in
      chart.canShow(value) ? (frame.x(line.place(at: index)), frame.y(value)) : nil
    }
  }

  private func curve(_ line: LineChart.Line) -> Markup {
    let style = style(of: line)
    let points = points(line)
    let markerStep = max(1, points.count / 25)
    var markers = ""
    if line.role != .training || points.count == 1 {
      for (index, point) in points.enumerated() {
        guard let point, index % markerStep == 0 || index == points.count - 1 else { continue }
        markers += style.path(point.x, point.y)
      }
    }
    return .element("g", .class("series-", numbered: style.color)) {
      if let band = line.band {
        Markup.void("path", .class("area"), Attribute("d", outline(band.lowest, band.highest, line)))
      }
      spread(line)
      Markup.void("path", lineClass(line), Attribute("d", ChartPath.line(through: points)))
      if !markers.isEmpty { Markup.void("path", .class("marker"), Attribute("d", markers)) }
      if chart.isLeading(line), let best = names.notableBest(of: line), let point = points[best.index] {
        Markup.void(
          "circle", .class("best"), Attribute("cx", point.x), Attribute("cy", point.y), Attribute("r", 6.5))
      }
    }
  }

  /// Returns the area of the standard deviations around a line of several seeds.
  private func spread(_ line: LineChart.Line) -> Markup? {
    chart.spread(of: line).map { spread in
      .void("path", .class("area spread"), Attribute("d", outline(spread.lower, spread.upper, line)))
    }
  }

  private func level(_ chance: Double) -> Markup {
    let ends: [ChartPath.Point] = [frame.left, frame.right].map { ($0, frame.y(chance)) }
    return .void("path", .class("chance"), Attribute("d", ChartPath.line(through: ends)))
  }

  private func earlier(_ line: LineChart.Line) -> Markup {
    .element("g", .class("series-before")) {
      spread(line)
      Markup.void("path", .class("line"), Attribute("d", ChartPath.line(through: points(line))))
    }
  }

  private func lineClass(_ line: LineChart.Line) -> Attribute {
    if isTraced(line) { return .class("line broad") }
    return .class(line.role == .training ? "line training" : "line")
  }

  /// Returns the outline of a band between two edges, in pieces if the band is broken.
  private func outline(_ lower: [Double], _ upper: [Double], _ line: LineChart.Line) -> String {
    let shown = lower.indices.map { chart.canShow(lower[$0]) && chart.canShow(upper[$0]) }
    let pieces = shown.indices.split { !shown[$0] }
    return pieces.map { indices in
      let places = indices.map { (index: $0, x: frame.x(line.place(at: $0))) }
      // A band with a single value is made wide enough to be visible behind its marker.
      let edges = places.count > 1 ? places : places.flatMap { [($0.index, $0.x - 6), ($0.index, $0.x + 6)] }
      let points: [ChartPath.Point] =
        edges.map { ($0.x, frame.y(upper[$0.index])) }
        + edges.reversed().map { ($0.x, frame.y(lower[$0.index])) }
      return ChartPath.line(through: points) + "Z"
    }.joined()
  }

  private var endLabels: EndLabels {
    let labels = names.endLabels(frame.size).compactMap { label -> EndLabels.Label? in
      let line = label.line
      guard let end = points(line).last(where: { $0 != nil }) ?? nil else { return nil }
      return EndLabels.Label(
        text: label.text, end: frame.within(end), style: line == chart.earlier ? nil : style(of: line),
        isSecondary: line.role == .training || line == chart.earlier)
    }
    let level = chance.map { chance in
      EndLabels.Label(
        text: names.chance(chance), end: (frame.right, frame.y(chance)), style: nil, isSecondary: true)
    }
    return EndLabels(labels + [level].compactMap(\.self), in: frame, among: chart.allLines.map(points))
  }
}
