import NotebookResults

/// The frame of an XY chart.
extension ChartFrame {
  /// - Parameters:
  ///   - peers: the charts that share the vertical axis, this one among them.
  ///   - limits: the range of that axis, in place of one that fits the values.
  ///   - legendRows: the number of lines of names between the title and the plot.
  ///   - stripHeight: the height of what is between the plot and the numbers of the horizontal axis.
  init(
    _ chart: XYChart, among peers: [XYChart], size: ChartSize, limits: ClosedRange<Double>?, legendRows: Int,
    stripHeight: Double
  ) {
    let fontSize = size.fontSize
    let x = Self.fittingAxis(chart, size)
    let y = Self.verticalAxis(chart, among: peers, size, limits)
    let margins = Margins(
      // The title, the names, the name of the vertical axis, and space above the highest tick.
      top: fontSize * ((chart.y.isNamed ? 4.1 : 2.6) + 1.6 * Double(legendRows)),
      bottom: stripHeight + fontSize * (chart.x.isNamed ? 3.6 : 2.2),
      left: (y.textWidths(fontSize: fontSize).max() ?? 0) + 10,
      right: max(12, (x.textWidths(fontSize: fontSize).last ?? 0) / 2))
    let plotHeight =
      chart.isSquare && !size.hasOwnHeight
      ? size.width - margins.right - margins.left : size.height - fontSize * 6.2
    self.init(
      size: size, height: margins.top + plotHeight + margins.bottom, margins: margins, x: x, y: y)
  }

  /// Returns the horizontal axis with as many ticks as fit with their numbers.
  private static func fittingAxis(_ chart: XYChart, _ size: ChartSize) -> ChartAxis {
    if let categories = chart.x.categories {
      return ChartAxis(categories: categories, width: size.width * 0.85, fontSize: size.fontSize)
    }
    var count = size.isWide ? 8 : 4
    while true {
      let axis = ChartAxis(chart.x, covering: extent(of: [chart], \.x), count: count)
      let widths = axis.textWidths(fontSize: size.fontSize).map { $0 + 10 }
      if count <= 2 || widths.reduce(0, +) <= size.width * 0.9 { return axis }
      count -= 1
    }
  }

  private static func verticalAxis(
    _ chart: XYChart, among peers: [XYChart], _ size: ChartSize, _ limits: ClosedRange<Double>?
  ) -> ChartAxis {
    if let categories = chart.y.categories {
      return ChartAxis(upright: categories, width: size.width * 0.2, fontSize: size.fontSize)
    }
    if let limits {
      return ChartAxis(
        limits, isLogarithmic: chart.y.isLogarithmic, isPercent: chart.y.unit == .fraction,
        count: size.tickCount)
    }
    return ChartAxis(
      chart.y, covering: extent(of: peers, \.y), count: size.tickCount, startsAtZero: chart.startsAtZero)
  }

  private static func extent(
    of charts: [XYChart], _ coordinate: KeyPath<XYChart.Point, Double>
  ) -> ClosedRange<Double> {
    let reference = charts.compactMap(\.reference).flatMap { [$0.from, $0.to] }
    let placed = charts.flatMap(\.series).filter { coordinate == \.x || !$0.form.isAtEdge }
    let values = (placed.flatMap(\.points) + reference).map { $0[keyPath: coordinate] }.filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    return low...high
  }
}

extension XYChart {
  /// True if the axis starts at zero, since the heights of bars mean nothing otherwise.
  fileprivate var startsAtZero: Bool { series.contains { $0.form == .histogram } }
}
