import NotebookResults
import Writing

/// Where a plane chart's parts lie: margins from the labels' widths, scales from the data.
struct PlaneFrame {
  struct Tick {
    let position: Double
    let text: String
  }

  let size: ChartSize
  let height: Double
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let x: LinearScale
  let y: LinearScale
  let xTicks: [Tick]
  let yTicks: [Tick]

  /// - Parameter legendRows: how many lines of names stand between the title and the plane.
  init(_ chart: PlaneChart, size: ChartSize, legendRows: Int) {
    let fontSize = size.fontSize
    let (xTicks, xScale) = Self.fittingTicks(chart, size)
    let (yTicks, yScale) = Self.ticks(
      chart.y, Self.extent(of: chart, \.y), count: size.tickCount, startsAtZero: chart.startsAtZero)
    let xTexts = Self.texts(xTicks, chart.x.unit)
    let yTexts = Self.texts(yTicks, chart.y.unit)
    // The title, the names, the name of the vertical axis, and room above the highest tick.
    top = fontSize * (4.1 + 1.6 * Double(legendRows))
    left = (yTexts.map { TextMeasure.width($0, fontSize: fontSize) }.max() ?? 0) + 10
    right = size.width - max(12, (xTexts.last.map { TextMeasure.width($0, fontSize: fontSize) } ?? 0) / 2)
    let planeHeight = chart.isSquare ? right - left : size.height - fontSize * 6.2
    bottom = top + planeHeight
    height = bottom + fontSize * 3.6
    self.size = size
    let x = LinearScale(xScale, from: left, to: right)
    let y = LinearScale(yScale, from: bottom, to: top)
    self.x = x
    self.y = y
    self.xTicks = zip(xTicks.values, xTexts).map { Tick(position: x($0 / chart.x.unit.scale), text: $1) }
    self.yTicks = zip(yTicks.values, yTexts).map { Tick(position: y($0 / chart.y.unit.scale), text: $1) }
  }

  /// As many ticks on the horizontal axis as have room for their numbers.
  private static func fittingTicks(_ chart: PlaneChart, _ size: ChartSize) -> (Ticks, ClosedRange<Double>) {
    var count = size == .wide ? 8 : 4
    while true {
      let (ticks, scale) = ticks(chart.x, extent(of: chart, \.x), count: count, startsAtZero: false)
      let widths = texts(ticks, chart.x.unit).map { TextMeasure.width($0, fontSize: size.fontSize) + 10 }
      if count <= 2 || widths.reduce(0, +) <= size.width * 0.9 { return (ticks, scale) }
      count -= 1
    }
  }

  private static func extent(
    of chart: PlaneChart, _ coordinate: (PlaneChart.Point) -> Double
  ) -> ClosedRange<Double> {
    let values = chart.series.flatMap(\.points).map(coordinate).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    return low...high
  }

  /// Ticks, in percent where the axis has shares, and what they span.
  private static func ticks(
    _ axis: PlaneChart.Axis, _ extent: ClosedRange<Double>, count: Int, startsAtZero: Bool
  ) -> (Ticks, ClosedRange<Double>) {
    if axis.isWhole { return (Ticks(covering: 0...100, count: min(count, 5), within: 0...100), 0...1) }
    let low = startsAtZero ? 0 : extent.lowerBound
    let scale = axis.unit.scale
    let ticks = Ticks(
      covering: low * scale...max(low, extent.upperBound) * scale, count: count, areWhole: axis.unit == .count
    )
    return (ticks, ticks.span.lowerBound / scale...ticks.span.upperBound / scale)
  }

  private static func texts(_ ticks: Ticks, _ unit: PlaneChart.Unit) -> [String] {
    ticks.values.map { value in
      unit == .fraction
        ? NumberFormat.percent(value / 100, digits: ticks.digits)
        : NumberFormat.fixed(value, digits: ticks.digits)
    }
  }
}

extension PlaneChart {
  /// Heights of bars mean nothing unless they stand on zero.
  fileprivate var startsAtZero: Bool { series.contains { $0.form == .histogram } }
}

extension PlaneChart.Unit {
  /// Percent are round in steps of percent.
  fileprivate var scale: Double { self == .fraction ? 100 : 1 }
}
