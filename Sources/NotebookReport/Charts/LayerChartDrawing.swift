import NotebookResults
import Writing

/// A layer chart as one SVG.
struct LayerChartDrawing {
  private let chart: LayerChart
  private let wording: any Wording
  private let frame: LayerChartFrame

  init(_ chart: LayerChart, size: ChartSize, wording: any Wording) {
    self.chart = chart
    self.wording = wording
    frame = LayerChartFrame(chart, size: size, labels: chart.lines.map { wording.word($0.role) })
  }

  func markup(in root: ChartRoot) -> Markup {
    let size = frame.size
    return root.markup(size, height: frame.height) {
      Markup.element("text", .class("quantity"), Attribute("x", 0), Attribute("y", size.fontSize * 1.2)) {
        wording.title(chart.quantity)
      }
      verticalAxis
      horizontalAxis
      // What lies on the same values shows all the same: a broad line, a thin one on it, and dashes on both.
      for line in chart.lines where line.role != .predicted { curve(line) }
      for line in chart.lines where line.role == .predicted { curve(line) }
      endLabels
    }
  }

  private var verticalAxis: Markup {
    .element("g", .class("axis")) {
      for decade in frame.decades {
        let y = frame.y(decade: decade)
        Markup.void(
          "line", .class("grid"), Attribute("x1", frame.left), Attribute("x2", frame.right),
          Attribute("y1", y), Attribute("y2", y))
        Markup.element(
          "text", Attribute("x", frame.left - 8), Attribute("y", y + frame.size.fontSize * 0.35),
          Attribute("text-anchor", "end")
        ) { NumberFormat.powerOfTen(decade) }
      }
    }
  }

  private var horizontalAxis: Markup {
    let baseline = frame.bottom + frame.size.fontSize * 1.6
    return .element("g", .class("axis")) {
      for layer in Ticks.epochs(to: chart.layers.count, count: frame.size.epochCount) {
        Markup.element(
          "text", Attribute("x", frame.x(Double(layer))), Attribute("y", baseline),
          Attribute("text-anchor", "middle")
        ) { String(layer) }
      }
      Markup.element("text", Attribute("x", frame.right + 16), Attribute("y", baseline)) {
        wording.word(.layer)
      }
    }
  }

  private func curve(_ line: LayerChart.Line) -> Markup {
    var path = ""
    var markers = ""
    var isDrawing = false
    for (index, value) in line.values.enumerated() {
      guard let y = frame.y(value) else {
        isDrawing = false
        continue
      }
      let x = frame.x(Double(index + 1))
      path += (isDrawing ? "L" : "M") + SVGNumber.text(x) + " " + SVGNumber.text(y)
      isDrawing = true
      if line.role != .predicted { markers += style(line.role).path(x, y) }
    }
    return .element("g", .class("series-", numbered: style(line.role).color)) {
      Markup.void(
        "path", .class(lineClass(line.role)), Attribute("d", path))
      if !markers.isEmpty { Markup.void("path", .class("marker"), Attribute("d", markers)) }
      for (index, value) in line.values.enumerated() {
        if let value, let y = frame.y(value) {
          Markup.element("g", .class("hover")) {
            Markup.element(
              "circle", Attribute("cx", frame.x(Double(index + 1))), Attribute("cy", y), Attribute("r", 8)
            ) {
              Markup.element("title") {
                "\(chart.layers[index]), \(wording.word(line.role)): \(NumberFormat.magnitude(value))"
              }
            }
          }
        }
      }
    }
  }

  private var endLabels: Markup {
    let ends = chart.lines.compactMap { line -> (line: LayerChart.Line, x: Double, y: Double)? in
      guard let last = line.values.lastIndex(where: { frame.y($0) != nil }),
        let y = frame.y(line.values[last])
      else { return nil }
      return (line, frame.x(Double(last + 1)), y)
    }
    let places = LabelPlacement.spread(
      ends.map(\.y), spacing: frame.size.fontSize * 1.25, within: frame.top...frame.bottom)
    let x = frame.right + 14
    return .element("g") {
      for (end, place) in zip(ends, places) {
        Markup.element("g", .class("series-", numbered: style(end.line.role).color)) {
          if abs(place - end.y) > 3 || end.x < frame.right - 1 {
            Markup.void(
              "path", .class("leader"),
              Attribute(
                "d",
                "M\(SVGNumber.text(end.x + 7)) \(SVGNumber.text(end.y))"
                  + "L\(SVGNumber.text(x - 3)) \(SVGNumber.text(place))"))
          }
          Markup.element(
            "text", .class(end.line.role == .predicted ? "label training" : "label"), Attribute("x", x),
            Attribute("y", place + frame.size.fontSize * 0.35)
          ) { wording.word(end.line.role) }
        }
      }
    }
  }

  /// What theory says of the start shares the start's colour.
  private func lineClass(_ role: LayerChart.Role) -> StaticString {
    switch role {
    case .before: "line broad"
    case .predicted: "line training"
    case .after: "line"
    }
  }

  private func style(_ role: LayerChart.Role) -> SeriesStyle { SeriesStyle(role == .after ? 1 : 0) }
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
