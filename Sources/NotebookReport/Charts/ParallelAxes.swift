import NotebookResults

/// The axes of parallel coordinates: upright side by side in a wide drawing, and lying one below the other in a narrow
/// one, so that their names always have room.
struct ParallelAxes {
  let axes: [ChartAxis]
  let size: ChartSize
  /// The height of the whole drawing.
  let height: Double

  private let scales: [ChartScale]
  private let places: [Double]
  private let names: [String]
  /// True if names of neighbours in a wide drawing have two heights, so that each has twice the room.
  private let areStaggered: Bool

  /// - Parameter names: the names of the axes.
  init(_ chart: ParallelCoordinates, names: [String], size: ChartSize) {
    self.size = size
    let isUpright = size.isWide
    let fontSize = size.fontSize
    let count = Double(max(chart.axes.count, 1))
    axes = chart.axes.enumerated().map { index, axis in
      let length = isUpright ? size.width / count * 0.8 : size.width
      return Self.axis(axis, chart.lines.compactMap { $0.values[index] }, length, size)
    }
    let ends = [axes.first, axes.last].map { $0?.textWidths(fontSize: fontSize).max() ?? 0 }
    let (left, right) = isUpright ? (ends[0] + 10, size.width - ends[1] - 10) : (20, size.width - 24)
    let spacing = isUpright ? (right - left) / max(count - 1, 1) : fontSize * 5.4
    let areStaggered =
      isUpright && names.contains { TextMeasure.width($0, fontSize: fontSize) > spacing - fontSize }
    let top = fontSize * (areStaggered ? 4.6 : isUpright ? 3.8 : 4.2)
    height = isUpright ? size.height + top - fontSize * 3 : top + spacing * (count - 1) + fontSize * 2.4
    let bottom = height - fontSize
    scales = axes.map { isUpright ? $0.scale(from: bottom, to: top) : $0.scale(from: left, to: right) }
    places = axes.indices.map { (isUpright ? left : top) + spacing * Double($0) }
    self.names = names
    self.areStaggered = areStaggered
  }

  private var isUpright: Bool { size.isWide }

  /// Returns the place of a value on an axis.
  func point(_ value: Double, on axis: Int) -> ChartPath.Point {
    isUpright ? (places[axis], scales[axis](value)) : (scales[axis](value), places[axis])
  }

  /// Returns an axis with its ticks and its name, whose texts stay legible above the lines.
  func markup(_ axis: Int) -> Markup {
    let ends = (scales[axis].start, scales[axis].end)
    let place = places[axis]
    return .element("g", .class("axis")) {
      Markup.void(
        "line", .class("tick"), Attribute("x1", isUpright ? place : ends.0),
        Attribute("x2", isUpright ? place : ends.1), Attribute("y1", isUpright ? ends.0 : place),
        Attribute("y2", isUpright ? ends.1 : place))
      for tick in axes[axis].ticks { text(tick, on: axis) }
      name(of: axis)
    }
  }

  /// Returns the text of a tick; those of the last upright axis lie beyond it, where no lines are.
  private func text(_ tick: ChartAxis.Tick, on axis: Int) -> Markup {
    let point = point(tick.value, on: axis)
    let isLast = axis > 0 && axis == axes.count - 1
    return .element(
      "text", .class("haloed"), Attribute("x", isUpright ? point.x + (isLast ? 7 : -7) : point.x),
      Attribute("y", point.y + size.fontSize * (isUpright ? 0.35 : 1.35)),
      Attribute("text-anchor", isUpright ? isLast ? "start" : "end" : "middle")
    ) { tick.text }
  }

  private func name(of axis: Int) -> Markup {
    let fontSize = size.fontSize
    guard isUpright else {
      return .element(
        "text", .class("category haloed"), Attribute("x", 0), Attribute("y", places[axis] - fontSize * 0.6)
      ) { TextMeasure.fitted(names[axis], width: size.width, fontSize: fontSize) }
    }
    // The first name and the last may reach to the edge of the drawing instead.
    let spacing = places.count > 1 ? places[1] - places[0] : size.width
    let reach = (areStaggered ? spacing : spacing / 2) - fontSize / 2
    let before = axis == 0 ? places[axis] : reach
    let after = axis == places.count - 1 ? size.width - places[axis] : reach
    let text = TextMeasure.fitted(names[axis], width: before + after, fontSize: fontSize)
    let half = TextMeasure.width(text, fontSize: fontSize) / 2
    let row = areStaggered && !axis.isMultiple(of: 2) ? 2.5 : areStaggered ? 3.7 : 2.9
    return .element(
      "text", .class("category"), Attribute("x", min(max(places[axis], half), size.width - half)),
      Attribute("y", fontSize * row), Attribute("text-anchor", "middle")
    ) { text }
  }

  private static func axis(
    _ axis: XYChart.Axis, _ values: [Double], _ length: Double, _ size: ChartSize
  ) -> ChartAxis {
    if let categories = axis.categories {
      // The names of an upright axis are one below the other, and those of a lying one beside each other.
      return !size.isWide
        ? ChartAxis(categories: categories, width: length, fontSize: size.fontSize)
        : ChartAxis(upright: categories, width: length, fontSize: size.fontSize)
    }
    let finite = values.filter(\.isFinite)
    return ChartAxis(
      axis, covering: (finite.min() ?? 0)...(finite.max() ?? 1), count: size.isWide ? 5 : 3)
  }
}
