/// The layout of a chart with two axes, with margins from the widths of texts and scales from the axes.
struct ChartFrame: Sendable {
  struct Margins {
    let top: Double
    let bottom: Double
    let left: Double
    let right: Double
  }

  let size: ChartSize
  let height: Double
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let x: ChartScale
  let y: ChartScale
  let xTicks: [ChartAxis.Tick]
  let yTicks: [ChartAxis.Tick]

  /// - Parameters:
  ///   - height: the height of the whole chart.
  ///   - inset: the space between the vertical axis and the beginning of the horizontal one.
  init(
    size: ChartSize, height: Double, margins: Margins, inset: Double = 0, x: ChartAxis, y: ChartAxis
  ) {
    self.size = size
    self.height = height
    (left, right) = (margins.left, size.width - margins.right)
    (top, bottom) = (margins.top, height - margins.bottom)
    self.x = x.scale(from: left + inset, to: right)
    self.y = y.scale(from: bottom, to: top)
    (xTicks, yTicks) = (x.ticks, y.ticks)
  }

  /// Creates the frame of a chart whose lines are named at their ends.
  ///
  /// - Parameters:
  ///   - legendRows: the number of lines of the legend below the title.
  ///   - annotationRows: the number of lines of annotations below the legend.
  ///   - endLabels: the names of the lines.
  init(
    size: ChartSize, x: ChartAxis, y: ChartAxis, legendRows: Int = 0, annotationRows: Int = 0,
    endLabels: [String]
  ) {
    let fontSize = size.fontSize
    let legendHeight =
      fontSize * 1.6 * Double(legendRows) + ChartAnnotations.lineHeight(size) * Double(annotationRows)
    let labelHeight = Double(endLabels.count) * EndLabels.lineHeight(size) + fontSize * 7
    let labelWidth =
      endLabels.map { TextMeasure.width($0, fontSize: fontSize, isBold: true) }.max() ?? 0
    self.init(
      size: size, height: legendHeight + max(size.height, labelHeight),
      margins: Margins(
        top: legendHeight + fontSize * 3.1, bottom: fontSize * 3.6,
        left: (y.textWidths(fontSize: fontSize).max() ?? 0) + 10,
        right: labelWidth + 18),
      inset: 8, x: x, y: y)
  }
}
