import NotebookResults

/// The marks of one series of an XY chart.
struct XYChartMarks {
  let series: XYChart.Series
  let style: SeriesStyle
  let frame: ChartFrame
  let largestWeight: Double

  var markup: Markup {
    .element("g", .class("series-", numbered: style.color)) {
      switch series.form {
      case .line: line(ChartPath.line(through: places))
      case .steps: line(steps)
      case .histogram: histogram
      case .points: shades
      case .linkedPoints:
        line(ChartPath.line(through: places))
        weighted
      case .thin: Markup.void("path", .class("line thin"), Attribute("d", ChartPath.line(through: places)))
      case .rings:
        for place in places {
          Markup.void(
            "circle", .class("ring"), Attribute("cx", place.x), Attribute("cy", place.y), Attribute("r", 6.5))
        }
      case .crosses: crosses(places)
      case .dashes:
        Markup.void(
          "path", .class("dash"),
          Attribute("d", places.map { ChartPath.dash($0.x, $0.y) }.joined()))
      // Drawn below the chart.
      case .strip: Markup.empty
      case .lowerEdge, .upperEdge:
        let y = series.form == .lowerEdge ? frame.bottom : frame.top
        crosses(series.points.map { (frame.x($0.x), y) })
      }
    }
  }

  private var points: [XYChart.Point] { series.points.filter { $0.x.isFinite && $0.y.isFinite } }

  /// The points in their colours, the better ones above the worse.
  @MarkupBuilder private var shades: Markup {
    let steps = points.map { $0.shade.map(ShadeStep.init) }
    if steps.contains(nil) { marks(of: zip(points, steps).filter { $0.1 == nil }.map(\.0)) }
    for step in ShadeStep.all where steps.contains(step) {
      Markup.element("g", step.className) { marks(of: zip(points, steps).filter { $0.1 == step }.map(\.0)) }
    }
  }

  private func marks(of points: [XYChart.Point]) -> Markup {
    .void(
      "path", .class("marker open"),
      Attribute("d", points.map { style.path(frame.x($0.x), frame.y($0.y)) }.joined()))
  }

  private func crosses(_ places: [ChartPath.Point]) -> Markup {
    .void(
      "path", .class("cross"), Attribute("d", places.map { ChartPath.cross($0.x, $0.y) }.joined()))
  }

  private func line(_ path: String) -> Markup { .void("path", .class("line"), Attribute("d", path)) }

  private var places: [ChartPath.Point] { points.map { (frame.x($0.x), frame.y($0.y)) } }

  private var steps: String {
    guard let first = places.first else { return "" }
    return places.dropFirst().reduce("M" + ChartPath.text(first)) { path, place in
      path + "V\(SVGNumber.text(place.y))H\(SVGNumber.text(place.x))"
    }
  }

  /// The outline of the bars on an area that does not hide other series, and on each bar a marker, which
  /// distinguishes the series without colour.
  private var histogram: Markup {
    guard let first = points.first else { return .empty }
    let bars = Array(zip(points, points.dropFirst()))
    let floor = SVGNumber.text(frame.y(0))
    var outline = "M\(SVGNumber.text(frame.x(first.x))) \(floor)"
    for (bar, next) in bars {
      let right = SVGNumber.text(frame.x(next.x))
      // Empty bins have no line: if several classes had one there, the lines would hide one another.
      outline += bar.y > 0 ? "V\(SVGNumber.text(frame.y(bar.y)))H\(right)" : "V\(floor)M\(right) \(floor)"
    }
    outline += "V" + floor
    let markers = bars.filter { $0.0.y > 0 }.map { bar, next in
      style.path(frame.x((bar.x + next.x) / 2), frame.y(bar.y))
    }
    return MarkupBuilder.buildBlock(
      .void("path", .class("area"), Attribute("d", outline)),
      .void("path", .class("line"), Attribute("d", outline)),
      .void("path", .class("marker"), Attribute("d", markers.joined())))
  }

  private var weighted: Markup {
    .element("g") {
      for point in points {
        let radius = 2.5 + 5 * ((point.weight ?? largestWeight) / max(largestWeight, 1)).squareRoot()
        Markup.void(
          "circle", .class("marker"), Attribute("cx", frame.x(point.x)), Attribute("cy", frame.y(point.y)),
          Attribute("r", radius))
      }
    }
  }
}
