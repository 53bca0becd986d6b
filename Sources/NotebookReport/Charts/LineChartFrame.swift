import NotebookResults

/// Where a line chart's parts lie: margins from the labels' widths, scales from the data.
struct LineChartFrame: Sendable {
  struct EndLabel: Sendable {
    let line: Int
    let text: String
    /// Where its line ends.
    let endX: Double
    let endY: Double
    /// Where the label stands, moved so that none covers another.
    let y: Double
  }

  let size: ChartSize
  let ticks: Ticks
  let tickTexts: [String]
  let epochs: Int
  let x: LinearScale
  let y: LinearScale
  let height: Double
  let right: Double
  let endLabels: [EndLabel]

  let left: Double
  let top: Double
  /// Beside the title, or below it where there is no room.
  let legendX: Double
  let legendBaseline: Double
  var bottom: Double { height - size.fontSize * 2.6 }

  init(_ chart: LineChart, size: ChartSize, wording: some Wording) {
    self.size = size
    let finite = chart.lines.flatMap(\.values).filter(\.isFinite)
    let (lowest, highest) = (finite.min() ?? 0, finite.max() ?? 1)
    let isFraction = chart.unit == .fraction
    // Percent are round in steps of percent, and a loss near zero is best seen from zero.
    let scale = isFraction ? 100.0 : 1
    let floor = lowest >= 0 && lowest < highest * 0.3 ? 0 : lowest
    let withinShares = isFraction && lowest >= 0 && highest <= 1
    ticks = Ticks(
      covering: floor * scale...max(highest, floor) * scale, count: size.tickCount,
      within: withinShares ? 0...100 : nil)
    let digits = ticks.digits
    tickTexts = ticks.values.map { value in
      isFraction
        ? NumberFormat.percent(value / 100, digits: digits) : NumberFormat.fixed(value, digits: digits)
    }
    epochs = max(1, chart.lines.map(\.values.count).max() ?? 1)

    let names = LineNames(chart, wording: wording)
    let legendWidth = LineChartLegend(names: names, size: size).width
    let titleWidth = TextMeasure.width(names.quantity, fontSize: size.fontSize, isBold: true)
    let isBeside = titleWidth + legendWidth + 16 <= size.width
    legendX = isBeside ? size.width - legendWidth : 0
    legendBaseline = size.fontSize * (isBeside ? 1.2 : 2.8)
    top = legendBaseline + size.fontSize * 1.9
    let named = names.endLabels(size)
    let lineHeight = size.fontSize * 1.25
    let labelHeight = Double(named.count) * lineHeight + size.fontSize * 6
    height = max(size.height, labelHeight)
    left = (tickTexts.map { TextMeasure.width($0, fontSize: size.fontSize) }.max() ?? 0) + 10
    let labelWidth =
      named.map { TextMeasure.width($0.text, fontSize: size.fontSize, isBold: true) }.max() ?? 0
    right = size.width - (labelWidth == 0 ? 12 : labelWidth + 18)
    let span = ticks.span.lowerBound / scale...ticks.span.upperBound / scale
    let (bottom, top) = (height - size.fontSize * 2.6, top)
    let y = LinearScale(span, from: bottom, to: top)
    let x = LinearScale(1...Double(max(epochs, 2)), from: left + 8, to: right)
    self.y = y
    self.x = x

    let ends = named.compactMap { name -> (Int, String, Double, Double)? in
      let values = chart.lines[name.line].values
      guard let last = values.lastIndex(where: \.isFinite) else { return nil }
      return (name.line, name.text, x(Double(last + 1)), y(values[last]))
    }
    let places = LabelPlacement.spread(ends.map(\.3), spacing: lineHeight, within: top...bottom)
    endLabels = zip(ends, places).map { end, place in
      EndLabel(line: end.0, text: end.1, endX: end.2, endY: end.3, y: place)
    }
  }
}
