import NotebookResults

/// The layout of a bar chart: categories from top to bottom, values from left to right, starting at zero.
struct BarChartFrame {
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
  let barHeight: Double
  let rowHeight: Double

  static let gap = 8.0
  var valueFontSize: Double { size.fontSize * 0.84 }
  var bottom: Double { height - size.fontSize * 2.1 }

  /// - Parameters:
  ///   - title: the text above the chart.
  ///   - valueTexts: the texts at the ends of bars.
  init(_ chart: BarChart, size: ChartSize, title: String, legendWidth: Double, valueTexts: [String]) {
    self.size = size
    let largest = chart.series.flatMap(\.values).filter(\.isFinite).max() ?? 0
    let count = size == .wide ? 5 : 3
    let axis =
      chart.unit == .fraction
      ? ChartAxis(Ticks(covering: 0...100, count: count, within: 0...100), isPercent: true)
      : ChartAxis(Ticks(covering: 0...largest, count: count, areWhole: true))
    ticks = axis.ticks
    names = chart.categories.map { TextMeasure.shortened($0, columns: size == .wide ? 24 : 11) }
    left = (names.map { TextMeasure.width($0, fontSize: size.fontSize) }.max() ?? 0) + 10
    let isBeside =
      TextMeasure.width(title, fontSize: size.fontSize, isBold: true) + legendWidth + 16 <= size.width
    legendX = isBeside ? size.width - legendWidth : 0
    legendBaseline = size.fontSize * (isBeside || legendWidth == 0 ? 1.2 : 2.8)
    top = legendBaseline + size.fontSize
    let valueWidth =
      valueTexts.map { TextMeasure.width($0, fontSize: size.fontSize * 0.84) }.max() ?? 0
    right = size.width - valueWidth - 6
    x = axis.scale(from: left, to: right)
    barHeight = size.fontSize * (chart.series.count > 1 ? 1 : 1.1)
    rowHeight = Double(max(1, chart.series.count)) * barHeight + Self.gap
    height = top + Double(chart.categories.count) * rowHeight + size.fontSize * 2.1
  }

  /// Returns the top of a bar.
  func y(category: Int, series: Int) -> Double {
    top + Double(category) * rowHeight + Self.gap / 2 + Double(series) * barHeight
  }
}
