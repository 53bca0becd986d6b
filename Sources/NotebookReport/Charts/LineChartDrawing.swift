import NotebookResults

/// A line chart as one SVG, which takes its colours from the page and stands alone otherwise.
struct LineChartDrawing {
  let chart: LineChart
  let names: LineNames
  let frame: LineChartFrame
  let wording: any Wording

  init(_ chart: LineChart, size: ChartSize, wording: any Wording) {
    self.chart = chart
    self.wording = wording
    names = LineNames(chart, wording: wording)
    frame = LineChartFrame(chart, size: size, wording: wording)
  }

  func markup(in root: ChartRoot) -> Markup {
    let size = frame.size
    return root.markup(size, height: frame.height) {
      heading
      horizontalAxis
      verticalAxis
      for line in chart.lines where isTraced(line) { curve(line) }
      for line in chart.lines where !isTraced(line) { curve(line) }
      for label in frame.endLabels { endLabel(label) }
      if size == .wide { hoverPoints }
    }
  }

  /// Whether a line is the beginning of another, as that of a fit from which a longer one went on: it is drawn broad, so
  /// that it shows beneath.
  private func isTraced(_ line: LineChart.Line) -> Bool {
    line.band == nil
      && chart.lines.contains { $0.values.count > line.values.count && $0.values.starts(with: line.values) }
  }

  private func curve(_ line: LineChart.Line) -> Markup {
    let style = names.style(of: line)
    let isTraining = line.role == .training
    let markerStep = max(1, line.values.count / 25)
    var markers = ""
    for (epoch, value) in line.values.enumerated() where chart.canShow(value) {
      let isMarked = epoch % markerStep == 0 || epoch == line.values.count - 1
      if isMarked, !isTraining || line.values.count == 1 {
        markers += style.path(frame.x(Double(epoch + 1)), frame.y(value))
      }
    }
    return .element("g", .class("series-", numbered: style.color)) {
      if let band = line.band {
        Markup.void("path", .class("area"), Attribute("d", outline(of: band)))
      }
      Markup.void("path", lineClass(line), Attribute("d", path(line.values)))
      if !markers.isEmpty { Markup.void("path", .class("marker"), Attribute("d", markers)) }
      if isLeading(line), let best = names.notableBest(of: line), chart.canShow(best.value) {
        Markup.void(
          "circle", .class("best"), Attribute("cx", frame.x(Double(best.epoch))),
          Attribute("cy", frame.y(best.value)), Attribute("r", 6.5))
      }
    }
  }

  private func lineClass(_ line: LineChart.Line) -> Attribute {
    if isTraced(line) { return .class("line broad") }
    return .class(line.role == .training ? "line training" : "line")
  }

  private func isLeading(_ line: LineChart.Line) -> Bool {
    line.role == .validation || !chart.lines.contains { $0.run == line.run && $0.role == .validation }
  }

  /// The line through the values, broken where one is no number.
  private func path(_ values: [Double]) -> String {
    var path = ""
    var isDrawing = false
    for (index, value) in values.enumerated() {
      guard chart.canShow(value) else {
        isDrawing = false
        continue
      }
      path += (isDrawing ? "L" : "M") + SVGNumber.text(frame.x(Double(index + 1))) + " "
      path += SVGNumber.text(frame.y(value))
      isDrawing = true
    }
    return path
  }

  /// Around a band, piece by piece where it is broken.
  private func outline(of band: LineChart.Band) -> String {
    let shown = band.lowest.indices.map { chart.canShow(band.lowest[$0]) && chart.canShow(band.highest[$0]) }
    let pieces = shown.indices.split { !shown[$0] }
    return pieces.map { epochs in
      // A single epoch is as broad as its marker can be seen on.
      let places =
        epochs.count > 1
        ? epochs.map { (epoch: $0, x: frame.x(Double($0 + 1))) }
        : epochs.flatMap { epoch in [-6.0, 6].map { (epoch: epoch, x: frame.x(Double(epoch + 1)) + $0) } }
      let points =
        places.map { (x: $0.x, y: band.highest[$0.epoch]) }
        + places.reversed().map { (x: $0.x, y: band.lowest[$0.epoch]) }
      return "M"
        + points.map { SVGNumber.text($0.x) + " " + SVGNumber.text(frame.y($0.y)) }.joined(separator: "L")
        + "Z"
    }.joined()
  }

  private func endLabel(_ label: LineChartFrame.EndLabel) -> Markup {
    let line = chart.lines[label.line]
    let x = frame.right + 14
    let isMoved = abs(label.y - label.endY) > 3 || label.endX < frame.right - 1
    return .element("g", .class("series-", numbered: names.style(of: line).color)) {
      if isMoved {
        Markup.void(
          "path", .class("leader"),
          Attribute(
            "d",
            "M\(SVGNumber.text(label.endX + 7)) \(SVGNumber.text(label.endY))"
              + "L\(SVGNumber.text(x - 3)) \(SVGNumber.text(label.y))"))
      }
      Markup.element(
        "text", .class(line.role == .training ? "label training" : "label"), Attribute("x", x),
        Attribute("y", label.y + frame.size.fontSize * 0.35)
      ) { label.text }
    }
  }

  /// Unseen circles that name their value under a pointer.
  private var hoverPoints: Markup {
    .element("g", .class("hover")) {
      for line in chart.lines {
        let step = max(1, line.values.count / 60)
        for (index, value) in line.values.enumerated() where chart.canShow(value) && index % step == 0 {
          Markup.element(
            "circle", Attribute("cx", frame.x(Double(index + 1))), Attribute("cy", frame.y(value)),
            Attribute("r", 9)
          ) {
            Markup.element("title") {
              wording.point(
                series: names.full(line), epoch: index + 1, value: names.value(at: index, of: line))
            }
          }
        }
      }
    }
  }
}
