import NotebookResults

/// Two validation curves in a small chart: the earlier one is pale, and both are named at their ends.
struct Sparkline {
  private static let (width, height, fontSize) = (340.0, 92.0, 12.5)

  private let chart: LineChart
  private let names: LineNames

  init(_ chart: LineChart, wording: any Wording) {
    self.chart = chart
    names = LineNames(chart, wording: wording)
  }

  func markup(in root: ChartRoot) -> Markup {
    let labels = chart.lines.map { line in
      TextMeasure.shortened(line.run, columns: 12) + " " + (line.values.last.map(names.value) ?? "")
    }
    let labelWidth =
      labels.map { TextMeasure.width($0, fontSize: Self.fontSize, isBold: true) }.max() ?? 0
    let finite = chart.lines.flatMap(\.valuesAndEdges).joined().filter(\.isFinite)
    let x = ChartAxis(along: chart, size: .narrow).scale(from: 6, to: Self.width - labelWidth - 18)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    let y = ChartScale(low...max(high, low), from: Self.height - 14, to: 14)
    let ends = chart.lines.map { y($0.values.last { $0.isFinite } ?? low) }
    let places = LabelPlacement.spread(ends, spacing: Self.fontSize * 1.3, within: 10...Self.height - 10)
    return root.markup("chart sparkline", width: Self.width, height: Self.height, fontSize: Self.fontSize) {
      for (index, line) in chart.lines.enumerated() {
        Markup.element("g", .class(index == 0 ? "series-before" : "series-0")) {
          let end = x(line.place(at: line.values.count - 1))
          if let band = line.band {
            Markup.void("path", .class("area"), Attribute("d", outline(band, of: line, x, y)))
          }
          Markup.void(
            "path", .class("line"),
            Attribute("d", ChartPath.line(through: points(line, x, y))))
          Markup.void(
            "circle", .class("marker"), Attribute("cx", end), Attribute("cy", ends[index]), Attribute("r", 3))
          Markup.void(
            "path", .class("leader"),
            Attribute(
              "d", ChartPath.line(through: [(end + 5, ends[index]), (x.end + 11, places[index])])))
          Markup.element(
            "text", .class("label"), Attribute("x", x.end + 14),
            Attribute("y", places[index] + Self.fontSize * 0.35)
          ) { labels[index] }
        }
      }
    }
  }

  /// Returns the outline of a band, up to the first place at which a run has no number.
  private func outline(
    _ band: LineChart.Band, of line: LineChart.Line, _ x: ChartScale, _ y: ChartScale
  ) -> String {
    let whole = zip(band.lowest, band.highest).enumerated().prefix {
      $0.element.0.isFinite && $0.element.1.isFinite
    }
    func edge(_ value: ((Double, Double)) -> Double) -> [ChartPath.Point] {
      whole.map { (x: x(line.place(at: $0.offset)), y: y(value($0.element))) }
    }
    let outline = edge { $0.1 } + edge { $0.0 }.reversed()
    return outline.isEmpty ? "" : ChartPath.line(through: outline) + "Z"
  }

  private func points(_ line: LineChart.Line, _ x: ChartScale, _ y: ChartScale) -> [ChartPath.Point] {
    line.values.enumerated().filter { $0.element.isFinite }
      .map { index, value in (x: x(line.place(at: index)), y: y(value)) }
  }
}
