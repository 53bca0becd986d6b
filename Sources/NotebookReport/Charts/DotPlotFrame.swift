import NotebookResults

/// The layout of a dot plot: categories from top to bottom, shares from left to right.
struct DotPlotFrame {
  let size: ChartSize
  let ticks: [ChartAxis.Tick]
  let names: [String]
  let left: Double
  let right: Double
  let top: Double
  let height: Double
  let x: ChartScale
  let rowHeight: Double

  var bottom: Double { height - size.fontSize * 2.1 }

  /// - Parameter headHeight: the height of the title and the legend.
  init(_ chart: DotPlot, size: ChartSize, headHeight: Double) {
    self.size = size
    let axis = Self.axis(chart, size)
    ticks = axis.ticks
    names = chart.categories.map { TextMeasure.shortened($0, columns: size.isWide ? 24 : 11) }
    left = (names.map { TextMeasure.width($0, fontSize: size.fontSize) }.max() ?? 0) + 20
    top = headHeight + size.fontSize * 0.6
    right = size.width - (axis.textWidths(fontSize: size.fontSize).last ?? 0) / 2
    x = axis.scale(from: left, to: right)
    let room = (size.height - top - size.fontSize * 2.1) / Double(max(chart.categories.count, 1))
    rowHeight = size.fontSize * 1.35 > room || !size.hasOwnHeight ? size.fontSize * 1.35 : room
    height = top + Double(chart.categories.count) * rowHeight + size.fontSize * 2.1
  }

  private static func axis(_ chart: DotPlot, _ size: ChartSize) -> ChartAxis {
    let values = chart.series.flatMap(\.values) + [chart.reference?.value].compactMap(\.self)
    let ends = ChartAxis.reach(of: values.filter(\.isFinite), areShares: true)
    return ChartAxis(
      Ticks(
        covering: (chart.startsAtZero ? 0 : ends.lowest * 100)...ends.highest * 100,
        count: size.isWide ? 6 : 3, within: 0...100), isPercent: true)
  }

  /// Returns the height at which the dots of a category lie.
  func y(_ category: Int) -> Double { top + (Double(category) + 0.5) * rowHeight }
}
