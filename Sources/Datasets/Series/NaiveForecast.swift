import Engine

/// The errors of the naive forecast, by which a value stays what it was last.
///
/// Every forecast is to be compared with it: R. J. Hyndman and G. Athanasopoulos, *Forecasting: Principles and
/// Practice*, section 5.2.
package struct NaiveForecast: Sendable, Hashable {
  package let meanAbsoluteError: Double
  package let rootMeanSquaredError: Double

  /// - Parameter windows: samples of a series, not scaled.
  init?(of windows: LabeledSamples) {
    guard case .floats(let values) = windows.samples.storage,
      case .numbers(let targets, width: 1) = windows.targets, !targets.isEmpty
    else { return nil }
    let width = windows.samples.width
    let errors = targets.enumerated().map { Double($0.element) - Double(values[($0.offset + 1) * width - 1]) }
    let count = Double(errors.count)
    meanAbsoluteError = errors.reduce(0) { $0 + abs($1) } / count
    rootMeanSquaredError = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
  }
}
