import NotebookResults

/// The layout of a dot plot: categories from top to bottom, shares from left to right.
struct DotPlotFrame {
  let size: ChartSize
  let ticks: [ChartAxis.Tick]
  let names: [String]
  let left: Double
  let right: Double
  let top: Double
  let legendX: Double
  let legendBaseline: Double
  let height: Double
  let x: ChartScale
  let rowHeight: Double

  var bottom: Double { height - size.fontSize * 2.1 }

  /// - Parameters:
  ///   - title: the text above the chart.
  ///   - legendWidth: the width of all names of series; 0 if there are none.
  init(_ chart: DotPlot, size: ChartSize, title: String, legendWidth: Double) {
    self.size = size
    let axis = Self.axis(chart, size)
    ticks = axis.ticks
    names = chart.categories.map { TextMeasure.shortened($0, columns: size == .wide ? 24 : 11) }
    left = (names.map { TextMeasure.width($0, fontSize: size.fontSize) }.max() ?? 0) + 20
    let isBeside =
      TextMeasure.width(title, fontSize: size.fontSize, isBold: true) + legendWidth + 16 <= size.width
    legendX = isBeside ? size.width - legendWidth : 0
    legendBaseline = size.fontSize * (isBeside || legendWidth == 0 ? 1.2 : 2.8)
    top = legendBaseline + size.fontSize * 0.6
    right = size.width - (axis.textWidths(fontSize: size.fontSize).last ?? 0) / 2
    x = axis.scale(from: left, to: right)
    rowHeight = size.fontSize * 1.35
    height = top + Double(chart.categories.count) * rowHeight + size.fontSize * 2.1
  }

  private static func axis(_ chart: DotPlot, _ size: ChartSize) -> ChartAxis {
    let values = chart.series.flatMap(\.values) + [chart.reference?.value].compactMap(\.self)
    let ends = ChartAxis.reach(of: values.filter(\.isFinite), areShares: true)
    return ChartAxis(
      Ticks(
        covering: (chart.startsAtZero ? 0 : ends.lowest * 100)...ends.highest * 100,
        count: size == .wide ? 6 : 3, within: 0...100), isPercent: true)
  }

  /// Returns the height at which the dots of a category lie.
  func y(_ category: Int) -> Double { top + (Double(category) + 0.5) * rowHeight }
}
