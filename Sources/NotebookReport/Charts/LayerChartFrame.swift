import Foundation
import NotebookResults
import Writing

/// Where a layer chart's parts lie: layers from left to right, powers of ten from bottom to top.
struct LayerChartFrame {
  let size: ChartSize
  /// Exponents of the powers of ten on the vertical axis.
  let decades: [Int]
  let left: Double
  let right: Double
  let top: Double
  let x: LinearScale
  private let exponents: LinearScale

  var height: Double { size.height }
  var bottom: Double { height - size.fontSize * 2.6 }

  /// - Parameter labels: what stands at the ends of lines.
  init(_ chart: LayerChart, size: ChartSize, labels: [String]) {
    self.size = size
    let shown = chart.lines.flatMap(\.values).compactMap(\.self).filter { $0.isFinite && $0 > 0 }
    let lowest = Int(log10(shown.min() ?? 1).rounded(.down))
    let highest = max(lowest + 1, Int(log10(shown.max() ?? 1).rounded(.up)))
    let step = (highest - lowest + size.tickCount - 1) / size.tickCount
    let decades = Array(stride(from: lowest, through: highest + step - 1, by: step))
    self.decades = decades
    let top = size.fontSize * 3.1
    self.top = top
    let tickWidth =
      decades.map { TextMeasure.width(NumberFormat.powerOfTen($0), fontSize: size.fontSize) }.max() ?? 0
    let left = tickWidth + 10
    self.left = left
    let labelWidth =
      labels.map { TextMeasure.width($0, fontSize: size.fontSize, isBold: true) }.max() ?? 0
    let right = size.width - labelWidth - 18
    self.right = right
    x = LinearScale(1...Double(max(2, chart.layers.count)), from: left + 8, to: right)
    exponents = LinearScale(
      Double(decades[0])...Double(decades[decades.count - 1]), from: size.height - size.fontSize * 2.6,
      to: top)
  }

  /// - Returns: `nil` for what a logarithmic axis cannot show.
  func y(_ value: Double?) -> Double? {
    guard let value, value.isFinite, value > 0 else { return nil }
    return exponents(log10(value))
  }

  func y(decade: Int) -> Double { exponents(Double(decade)) }
}
