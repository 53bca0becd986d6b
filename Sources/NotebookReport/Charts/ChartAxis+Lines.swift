import NotebookResults

/// The axes of a line chart.
extension ChartAxis {
  /// The axis along which the lines run.
  init(along chart: LineChart, size: ChartSize) {
    let places = chart.allLines.compactMap(\.places).joined()
    guard let first = places.min(), let last = places.max() else {
      let count = chart.allLines.map(\.values.count).max() ?? 1
      self.init(countingTo: max(1, count), count: size.epochCount)
      return
    }
    switch chart.x.scale {
    case .log: self.init(logarithmic: [first, last], count: size.tickCount)
    case .linear:
      self.init(Ticks(covering: first...last, count: size.epochCount / 2, areWhole: chart.x.isWhole))
    }
  }

  /// The axis of the values.
  ///
  /// - Parameter limits: the range that the author chose in place of one that fits the values.
  init(ofValuesIn chart: LineChart, size: ChartSize, limits: ClosedRange<Double>? = nil) {
    if let limits {
      self.init(
        limits, isLogarithmic: chart.scale == .log, isPercent: chart.unit == .fraction, count: size.tickCount)
      return
    }
    let spreads = chart.allLines.compactMap(chart.spread).flatMap { [$0.lower, $0.upper] }
    let shown = (chart.allLines.flatMap(\.valuesAndEdges) + spreads).joined().filter(chart.canShow)
    let isFraction = chart.unit == .fraction
    if chart.scale == .log {
      self.init(logarithmic: shown, count: size.tickCount, isPercent: isFraction)
      return
    }
    var (lowest, highest) = Self.reach(of: shown, areShares: isFraction)
    if let chance = chart.chance {
      let (low, high) = (min(lowest, chance), max(highest, chance))
      if highest - lowest >= Self.leastPart * (high - low) { (lowest, highest) = (low, high) }
    }
    // A loss near zero is easiest to judge on an axis from zero.
    let scale = isFraction ? 100.0 : 1
    let floor = lowest >= 0 && lowest < highest * 0.3 ? 0 : lowest
    let withinShares = isFraction && lowest >= 0 && highest <= 1
    self.init(
      Ticks(
        covering: floor * scale...max(highest, floor) * scale, count: size.tickCount,
        within: withinShares ? 0...100 : nil), isPercent: isFraction)
  }

  /// Returns the range of an axis, at least a few points for shares so that small differences look small.
  static func reach(of values: [Double], areShares: Bool) -> (lowest: Double, highest: Double) {
    let (lowest, highest) = (values.min() ?? 0, values.max() ?? 1)
    let missing = leastShares - (highest - lowest)
    guard areShares, lowest >= 0, highest <= 1, missing > 0 else { return (lowest, highest) }
    return (max(0, lowest - missing / 2), min(1, highest + missing / 2))
  }

  private static let leastShares = 0.05
  /// The part of the axis that the values take up at least where it is made longer to show chance.
  private static let leastPart = 0.7
}
