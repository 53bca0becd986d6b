import NotebookResults

/// The frame of an XY chart.
extension ChartFrame {
  /// - Parameter legendRows: the number of lines of names between the title and the plot.
  init(_ chart: XYChart, size: ChartSize, legendRows: Int) {
    let fontSize = size.fontSize
    let x = Self.fittingAxis(chart, size)
    let y = Self.axis(
      chart.y, Self.extent(of: chart, \.y), count: size.tickCount, startsAtZero: chart.startsAtZero)
    let margins = Margins(
      // The title, the names, the name of the vertical axis, and space above the highest tick.
      top: fontSize * (4.1 + 1.6 * Double(legendRows)), bottom: fontSize * 3.6,
      left: (y.textWidths(fontSize: fontSize).max() ?? 0) + 10,
      right: max(12, (x.textWidths(fontSize: fontSize).last ?? 0) / 2))
    let plotHeight =
      chart.isSquare ? size.width - margins.right - margins.left : size.height - fontSize * 6.2
    self.init(
      size: size, height: margins.top + plotHeight + margins.bottom, margins: margins, x: x, y: y)
  }

  /// Returns the horizontal axis with as many ticks as fit with their numbers.
  private static func fittingAxis(_ chart: XYChart, _ size: ChartSize) -> ChartAxis {
    var count = size == .wide ? 8 : 4
    while true {
      let axis = axis(chart.x, extent(of: chart, \.x), count: count, startsAtZero: false)
      let widths = axis.textWidths(fontSize: size.fontSize).map { $0 + 10 }
      if count <= 2 || widths.reduce(0, +) <= size.width * 0.9 { return axis }
      count -= 1
    }
  }

  private static func extent(
    of chart: XYChart, _ coordinate: (XYChart.Point) -> Double
  ) -> ClosedRange<Double> {
    let reference = chart.reference.map { [$0.from, $0.to] } ?? []
    let values = (chart.series.flatMap(\.points) + reference).map(coordinate).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    return low...high
  }

  private static func axis(
    _ axis: XYChart.Axis, _ extent: ClosedRange<Double>, count: Int, startsAtZero: Bool
  ) -> ChartAxis {
    if axis.isWhole {
      return ChartAxis(Ticks(covering: 0...100, count: min(count, 5), within: 0...100), isPercent: true)
    }
    let isPercent = axis.unit == .fraction
    if axis.isLogarithmic {
      let ends = [extent.lowerBound, extent.upperBound]
      return extent.upperBound > extent.lowerBound * 1000
        ? ChartAxis(decadesOf: ends, count: count)
        : ChartAxis(logarithmic: ends, count: count, isPercent: isPercent)
    }
    let low = startsAtZero ? 0 : extent.lowerBound
    let scale = isPercent ? 100.0 : 1
    let range = low * scale...max(low, extent.upperBound) * scale
    return ChartAxis(
      Ticks(covering: range, count: count, areWhole: axis.unit == .count), isPercent: isPercent)
  }
}

extension XYChart {
  /// True if the axis starts at zero, since the heights of bars mean nothing otherwise.
  fileprivate var startsAtZero: Bool { series.contains { $0.form == .histogram } }
}
