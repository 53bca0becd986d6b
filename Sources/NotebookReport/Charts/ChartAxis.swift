import Foundation
import NotebookResults
import Writing

/// Round values along an axis with their texts, and the range that they span.
struct ChartAxis: Sendable {
  struct Tick: Sendable {
    let value: Double
    let text: String
  }

  let ticks: [Tick]
  let span: ClosedRange<Double>
  private(set) var isLogarithmic = false

  /// - Parameter isPercent: true if the ticks are round percentages and the values are shares.
  init(_ ticks: Ticks, isPercent: Bool = false) {
    let scale = isPercent ? 100.0 : 1
    self.ticks = ticks.values.map { value in
      Tick(
        value: value / scale,
        text: isPercent
          ? NumberFormat.percent(value / 100, digits: ticks.digits)
          : NumberFormat.fixed(value, digits: ticks.digits))
    }
    span = ticks.span.lowerBound / scale...ticks.span.upperBound / scale
  }

  /// Creates an axis of numbers from 1 to the last, such as epochs or layers.
  ///
  /// - Parameter count: the approximate count of numbers with labels.
  init(countingTo last: Int, count: Int) {
    ticks = Ticks.epochs(to: last, count: count).map { number in
      Tick(value: Double(number), text: NumberFormat.integer(number))
    }
    span = 1...Double(max(last, 2))
  }

  /// Creates a logarithmic axis.
  ///
  /// - Parameter values: numbers above zero.
  init(logarithmic values: [Double], count: Int, isPercent: Bool = false) {
    let ticks = LogTicks(covering: values, count: count)
    self.ticks = ticks.values.map { value in
      let digits = LogTicks.digits(isPercent ? value * 100 : value)
      let text =
        isPercent
        ? NumberFormat.percent(value, digits: digits)
        : digits > 4 || value >= 1e6
          ? NumberFormat.magnitude(value) : NumberFormat.fixed(value, digits: digits)
      return Tick(value: value, text: text)
    }
    span = ticks.span
    isLogarithmic = true
  }

  /// Creates a logarithmic axis with ticks only at powers of ten.
  init(decadesOf values: [Double], count: Int) {
    let values = values.filter { $0.isFinite && $0 > 0 }
    let lowest = Int(log10(values.min() ?? 1).rounded(.down))
    let highest = max(lowest + 1, Int(log10(values.max() ?? 1).rounded(.up)))
    let step = (highest - lowest + count - 1) / count
    let decades = Array(stride(from: lowest, through: highest + step - 1, by: step))
    ticks = decades.map { Tick(value: pow(10, Double($0)), text: NumberFormat.powerOfTen($0)) }
    span = pow(10, Double(decades[0]))...pow(10, Double(decades[decades.count - 1]))
    isLogarithmic = true
  }

  init(_ ticks: [Tick], span: ClosedRange<Double>, isLogarithmic: Bool = false) {
    self.ticks = ticks
    self.span = span
    self.isLogarithmic = isLogarithmic
  }

  func scale(from start: Double, to end: Double) -> ChartScale {
    ChartScale(span, isLogarithmic: isLogarithmic, from: start, to: end)
  }

  /// Returns the widths of the texts.
  func textWidths(fontSize: Double) -> [Double] {
    ticks.map { TextMeasure.width($0.text, fontSize: fontSize) }
  }
}
