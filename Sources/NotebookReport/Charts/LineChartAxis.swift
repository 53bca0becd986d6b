import NotebookResults
import Writing

/// The vertical axis of a line chart: round values with their texts, and what they span.
struct LineChartAxis {
  let ticks: [Double]
  let texts: [String]
  let span: ClosedRange<Double>

  init(_ chart: LineChart, size: ChartSize) {
    let shown = chart.lines.flatMap(\.valuesAndEdges).joined().filter(chart.canShow)
    let isFraction = chart.unit == .fraction
    if chart.scale == .log {
      let ticks = LogTicks(covering: shown, count: size.tickCount)
      self.ticks = ticks.values
      span = ticks.span
      texts = ticks.values.map { value in
        isFraction
          ? NumberFormat.percent(value, digits: LogTicks.digits(value * 100))
          : NumberFormat.tick(value, digits: LogTicks.digits(value))
      }
      return
    }
    let (lowest, highest) = Self.reach(of: shown, areShares: isFraction)
    // Percent are round in steps of percent, and a loss near zero is best seen from zero.
    let scale = isFraction ? 100.0 : 1
    let floor = lowest >= 0 && lowest < highest * 0.3 ? 0 : lowest
    let withinShares = isFraction && lowest >= 0 && highest <= 1
    let ticks = Ticks(
      covering: floor * scale...max(highest, floor) * scale, count: size.tickCount,
      within: withinShares ? 0...100 : nil)
    self.ticks = ticks.values.map { $0 / scale }
    span = ticks.span.lowerBound / scale...ticks.span.upperBound / scale
    texts = ticks.values.map { value in
      isFraction
        ? NumberFormat.percent(value / 100, digits: ticks.digits)
        : NumberFormat.fixed(value, digits: ticks.digits)
    }
  }

  /// Shares that hardly differ are not drawn as though they did: the axis spans a few points at least.
  private static func reach(of values: [Double], areShares: Bool) -> (lowest: Double, highest: Double) {
    let (lowest, highest) = (values.min() ?? 0, values.max() ?? 1)
    let missing = leastShares - (highest - lowest)
    guard areShares, lowest >= 0, highest <= 1, missing > 0 else { return (lowest, highest) }
    return (max(0, lowest - missing / 2), min(1, highest + missing / 2))
  }

  private static let leastShares = 0.05
}

extension NumberFormat {
  /// A number that is 1, 2 or 5 times a power of ten, on a logarithmic axis.
  fileprivate static func tick(_ value: Double, digits: Int) -> String {
    digits > 4 || value >= 1e6 ? magnitude(value) : fixed(value, digits: digits)
  }
}
