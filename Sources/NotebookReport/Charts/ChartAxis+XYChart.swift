import NotebookResults

/// The axes of charts of two quantities and of parallel coordinates.
extension ChartAxis {
  /// Creates the axis of numbers.
  ///
  /// - Parameters:
  ///   - extent: the range of the numbers.
  ///   - count: the approximate number of ticks.
  init(_ axis: XYChart.Axis, covering extent: ClosedRange<Double>, count: Int, startsAtZero: Bool = false) {
    if axis.isWhole {
      self.init(Ticks(covering: 0...100, count: min(count, 5), within: 0...100), isPercent: true)
      return
    }
    let isPercent = axis.unit == .fraction
    if axis.isLogarithmic {
      let ends = [extent.lowerBound, extent.upperBound]
      if extent.upperBound > extent.lowerBound * 1000 {
        self.init(decadesOf: ends, count: count)
      } else {
        self.init(logarithmic: ends, count: count, isPercent: isPercent)
      }
      return
    }
    let ends = Self.reach(of: [extent.lowerBound, extent.upperBound], areShares: isPercent)
    let low = startsAtZero ? 0 : ends.lowest
    let scale = isPercent ? 100.0 : 1
    let range = low * scale...max(low, ends.highest) * scale
    let withinShares = isPercent && low >= 0 && ends.highest <= 1
    self.init(
      Ticks(
        covering: range, count: count, within: withinShares ? 0...100 : nil, areWhole: axis.unit == .count),
      isPercent: isPercent)
  }

  /// Creates an axis that begins and ends exactly where its author says, with round ticks in between.
  init(_ limits: ClosedRange<Double>, isLogarithmic: Bool, isPercent: Bool, count: Int) {
    let scale = isPercent ? 100.0 : 1
    let axis =
      isLogarithmic
      ? ChartAxis(logarithmic: [limits.lowerBound, limits.upperBound], count: count, isPercent: isPercent)
      : ChartAxis(
        Ticks(covering: limits.lowerBound * scale...limits.upperBound * scale, count: count),
        isPercent: isPercent)
    // Ticks are products, so that one at an end may lie beyond it by a rounding error.
    let slack = (limits.upperBound - limits.lowerBound) * 1e-9
    let reach = limits.lowerBound - slack...limits.upperBound + slack
    self.init(
      axis.ticks.filter { reach.contains($0.value) }, span: limits, isLogarithmic: isLogarithmic)
  }

  /// Creates an axis of categories, whose names are shortened or left out where they would overlap.
  ///
  /// - Parameter width: the length of the axis.
  init(categories: [String], width: Double, fontSize: Double) {
    let room = width / Double(max(categories.count, 1))
    let widest = categories.map { TextMeasure.width($0, fontSize: fontSize) }.max() ?? 0
    let step = max(1, Int((min(widest + 8, fontSize * 6) / room).rounded(.up)))
    let ticks = stride(from: 0, to: categories.count, by: step).map { index in
      Tick(
        value: Double(index),
        text: TextMeasure.fitted(categories[index], width: room * Double(step) - 6, fontSize: fontSize))
    }
    self.init(ticks, span: -0.5...Double(max(categories.count, 1)) - 0.5)
  }

  /// Creates an upright axis of categories, of which at most twelve are named.
  ///
  /// - Parameter width: the room for a name.
  init(upright categories: [String], width: Double, fontSize: Double) {
    let step = (categories.count + 11) / 12
    let ticks = stride(from: 0, to: categories.count, by: max(1, step)).map { index in
      Tick(
        value: Double(index),
        text: TextMeasure.fitted(categories[index], width: width, fontSize: fontSize))
    }
    self.init(ticks, span: -0.5...Double(max(categories.count, 1)) - 0.5)
  }
}
