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
  let ticks: [Double]
  let tickTexts: [String]
  let epochs: Int
  let x: LinearScale
  let y: AxisScale
  let height: Double
  let right: Double
  let endLabels: [EndLabel]

  let left: Double
  let top: Double
  var bottom: Double { height - size.fontSize * 2.6 }

  init(_ chart: LineChart, size: ChartSize, wording: some Wording) {
    self.size = size
    let axis = LineChartAxis(chart, size: size)
    ticks = axis.ticks
    tickTexts = axis.texts
    epochs = max(1, chart.lines.map(\.values.count).max() ?? 1)

    let names = LineNames(chart, wording: wording)
    let legendHeight = size.fontSize * 1.6 * Double(LineChartLegend(names, size: size).rows)
    top = legendHeight + size.fontSize * 3.1
    let named = names.endLabels(size)
    let lineHeight = size.fontSize * 1.25
    let labelHeight = Double(named.count) * lineHeight + size.fontSize * 6
    height = legendHeight + max(size.height, labelHeight)
    left = (tickTexts.map { TextMeasure.width($0, fontSize: size.fontSize) }.max() ?? 0) + 10
    let labelWidth =
      named.map { TextMeasure.width($0.text, fontSize: size.fontSize, isBold: true) }.max() ?? 0
    let axisWidth = TextMeasure.width(wording.word(.epoch), fontSize: size.fontSize)
    right = size.width - max(labelWidth + 18, axisWidth + 16)
    let (bottom, top) = (height - size.fontSize * 2.6, top)
    let y = AxisScale(axis.span, isLogarithmic: chart.scale == .log, from: bottom, to: top)
    let x = LinearScale(1...Double(max(epochs, 2)), from: left + 8, to: right)
    self.y = y
    self.x = x

    let ends = named.compactMap { name -> (Int, String, Double, Double)? in
      let values = chart.lines[name.line].values
      guard let last = values.lastIndex(where: chart.canShow) else { return nil }
      return (name.line, name.text, x(Double(last + 1)), y(values[last]))
    }
    let places = LabelPlacement.spread(ends.map(\.3), spacing: lineHeight, within: top...bottom)
    endLabels = zip(ends, places).map { end, place in
      EndLabel(line: end.0, text: end.1, endX: end.2, endY: end.3, y: place)
    }
  }
}
