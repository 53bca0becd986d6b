import NotebookResults

/// Transparent bands across a line chart; while a pointer is in one, it shows the values of all lines at its place.
struct LineChartHover {
  /// The maximum number of bands; of more places, only some have one.
  private static let most = 30

  let chart: LineChart
  let names: LineNames
  let frame: ChartFrame
  let styles: [String: SeriesStyle]

  var markup: Markup {
    let places = places
    let middles = zip(places, places.dropFirst()).map { (frame.x($0) + frame.x($1)) / 2 }
    let edges = [frame.left] + middles + [frame.right + 8]
    return .element("g", .class("hover"), Attribute("aria-hidden", "true")) {
      for (index, place) in places.enumerated() { band(place, from: edges[index], to: edges[index + 1]) }
    }
  }

  /// The places of values along the axis, at even distances if there are too many.
  private var places: [Double] {
    let all = Set(chart.allLines.flatMap { line in line.values.indices.map(line.place(at:)) }).sorted()
    let step = max(1, (all.count + Self.most - 1) / Self.most)
    return stride(from: 0, to: all.count, by: step).map { all[$0] }
  }

  /// Returns the lines that have a value at a place, with that value.
  private func values(at place: Double) -> [(line: LineChart.Line, value: Double)] {
    chart.allLines.compactMap { line in
      let index = line.places.map { $0.firstIndex(of: place) } ?? Int(exactly: place - 1)
      guard let index, line.values.indices.contains(index), chart.canShow(line.values[index]) else {
        return nil
      }
      return (line, line.values[index])
    }
  }

  private func band(_ place: Double, from start: Double, to end: Double) -> Markup {
    let values = values(at: place)
    let (x, size) = (frame.x(place), frame.size)
    let (top, bottom) = (whole(frame.top), whole(frame.bottom))
    let heights = LabelPlacement.spread(
      values.map { frame.y($0.value) }, spacing: EndLabels.lineHeight(size), within: frame.top...frame.bottom)
    // The values stand on that side of their line where there is more room. All of it is placed from where they begin.
    let isLeft = x > (frame.left + frame.right) / 2
    let origin = whole(isLeft ? x - 7 : x + 7)
    return .element(
      "g", Attribute("transform", "translate(\(origin))"), isLeft ? Attribute("text-anchor", "end") : .none
    ) {
      Markup.void(
        "path",
        Attribute(
          "d", "M\(whole(start) - origin) \(top)H\(whole(end) - origin)V\(bottom)H\(whole(start) - origin)"))
      Markup.void("path", Attribute("d", "M\(whole(x) - origin) \(top - 6)V\(bottom)"))
      Markup.element("text", Attribute("y", top - 6)) { names.wording.place(names.axis, chart.x.text(place)) }
      for ((line, value), height) in zip(values, heights) {
        Markup.element("text", style(of: line), Attribute("y", whole(height + size.fontSize * 0.35))) {
          names.value(value)
        }
      }
    }
  }

  /// Returns a coordinate as a whole number, which is as exact as it needs to be here and short.
  private func whole(_ coordinate: Double) -> Int { Int(exactly: coordinate.rounded()) ?? 0 }

  /// Returns the class of a value, whose colour is that of its line; those of secondary lines are not bold.
  private func style(of line: LineChart.Line) -> Attribute {
    guard line != chart.earlier, let color = styles[line.run]?.color else { return .class("series-before") }
    return .class(line.role == .training ? "training series-" : "series-", numbered: color)
  }
}
