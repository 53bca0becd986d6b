import NotebookResults
import Writing

/// A layer chart as one SVG: dots for the values before training, open squares for those after it, and rings for the
/// theory. Where values coincide, their marks surround one another on one line.
struct LayerChartDrawing {
  /// The distance up to which two marks count as one place.
  private static let coincidence = 3.0

  private let chart: LayerChart
  private let wording: any Wording
  private let legend: SeriesLegend
  private let frame: ChartFrame
  private let heading: String

  init(_ chart: LayerChart, size: ChartSize, in context: ViewContext) {
    self.chart = chart
    let wording = context.wording
    self.wording = wording
    let heading = context.heading(wording.title(chart.quantity))
    self.heading = heading
    legend = SeriesLegend(
      chart.lines.map { .init(series: $0.role.series, text: wording.word($0.role)) }, beside: heading,
      size: size)
    frame = ChartFrame(
      size: size, x: ChartAxis(countingTo: chart.layers.count, count: size.epochCount),
      y: ChartAxis(decadesOf: chart.lines.flatMap(\.values).compactMap(\.self), count: size.tickCount),
      legendRows: legend.rows, endLabels: [])
  }

  func markup(in root: ChartRoot) -> Markup {
    let size = frame.size
    return root.markup(size, height: frame.height) {
      size.title(heading)
      legend.markup(mark: legendMark)
      frame.verticalAxis()
      frame.horizontalAxis(named: wording.word(.layer), hasMarks: false)
      for (index, line) in chart.lines.enumerated() {
        curve(line, besides: chart.lines[..<index].map(points))
      }
      // The narrow drawing is for telephones, which have no pointer.
      if size.isWide { hover }
    }
  }

  @MarkupBuilder private func legendMark(_ series: Int?, _ x: Double, _ middle: Double) -> Markup {
    if let role = chart.lines.map(\.role).first(where: { $0.series == series }) {
      if role == .before {
        Markup.void(
          "path", .class("line"), Attribute("d", ChartPath.line(through: [(x, middle), (x + 16, middle)])))
      }
      marks(role, [(x + 8, middle)])
    }
  }

  /// Returns the points of a line's values; `nil` if a logarithmic axis cannot show one.
  private func points(_ line: LayerChart.Line) -> [ChartPath.Point?] {
    line.values.enumerated().map { index, value in
      guard let value, value.isFinite, value > 0 else { return nil }
      return (frame.x(Double(index + 1)), frame.y(value))
    }
  }

  /// - Parameter drawn: the points of the lines that are drawn already.
  private func curve(_ line: LayerChart.Line, besides drawn: [[ChartPath.Point?]]) -> Markup {
    let points = points(line)
    let path = ChartPath.line(through: apart(points, from: drawn))
    return .element("g", line.role.colorClass) {
      if !path.isEmpty { Markup.void("path", .class(line.role.lineClass), Attribute("d", path)) }
      marks(line.role, points.compactMap(\.self))
    }
  }

  /// Invisible bands, one for each layer, that show its values while a pointer is in them.
  private var hover: Markup {
    let width = frame.x(2) - frame.x(1)
    let height = frame.bottom - frame.top
    return .element("g", .class("hover")) {
      for (index, layer) in chart.layers.enumerated() {
        let values = chart.lines.compactMap { line in
          line.values[index].map { "\(wording.word(line.role)) \(NumberFormat.magnitude($0))" }
        }
        let start = ChartPath.text((frame.x(Double(index + 1)) - width / 2, frame.top))
        let (right, down) = (SVGNumber.text(width), SVGNumber.text(height))
        Markup.element("g") {
          Markup.element("path", Attribute("d", "M\(start)h\(right)v\(down)h-\(right)z")) {
            Markup.element("title") { layer + "\n" + values.joined(separator: "\n") }
          }
        }
      }
    }
  }

  /// Returns the points of a line with a gap in each stretch that one of the drawn lines has too.
  private func apart(_ points: [ChartPath.Point?], from drawn: [[ChartPath.Point?]]) -> [ChartPath.Point?] {
    func coincide(_ index: Int, _ other: [ChartPath.Point?]) -> Bool {
      guard let one = points[index], let two = other[index] else { return false }
      return abs(one.y - two.y) <= Self.coincidence
    }
    var path: [ChartPath.Point?] = []
    for index in points.indices.dropFirst() {
      let isDrawn = drawn.contains { coincide(index - 1, $0) && coincide(index, $0) }
      if isDrawn || points[index - 1] == nil || points[index] == nil {
        path.append(nil)
      } else {
        path += path.last.flatMap(\.self) == nil ? [points[index - 1], points[index]] : [points[index]]
      }
    }
    return path
  }

  private func marks(_ role: LayerChart.Role, _ places: [ChartPath.Point]) -> Markup {
    .void(
      "path", .class(role == .before ? "marker" : "marker hollow"),
      Attribute("d", places.map { role.mark($0.x, $0.y) }.joined()))
  }
}

extension LayerChart.Role {
  /// The index of the series in the chart; `nil` for the theory, which is grey.
  fileprivate var series: Int? {
    switch self {
    case .before: 0
    case .predicted: nil
    case .after: 1
    }
  }

  fileprivate var colorClass: Attribute {
    series.map { .class("series-", numbered: SeriesStyle($0).color) } ?? .class("legend")
  }

  fileprivate var lineClass: StaticString { self == .predicted ? "line training" : "line" }

  /// Returns the mark at a place, each large enough to surround the one before it.
  fileprivate func mark(_ x: Double, _ y: Double) -> String {
    switch self {
    case .before: ChartPath.circle(x, y, radius: 3)
    case .predicted: ChartPath.circle(x, y, radius: 5.5)
    case .after: ChartPath.square(x, y, side: 15)
    }
  }
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
