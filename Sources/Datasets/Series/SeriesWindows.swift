import Engine

/// The cutting of a series into windows, each with the value to forecast.
package struct SeriesWindows: Sendable, Hashable, Codable {
  /// The name of the series.
  package let column: String
  /// The number of values in a window.
  package let window: Int
  /// The number of rows from the last value of a window to its target.
  package let horizon: Int

  package init(column: String, window: Int, horizon: Int) {
    self.column = column
    self.window = window
    self.horizon = horizon
  }

  var sampleShape: [Int] { [window, 1] }

  /// The number of values that a window and its target take.
  var length: Int { window + horizon }

  /// Returns the number of windows in a series of so many values.
  func count(in values: Int) -> Int { max(0, values - length + 1) }

  /// Returns a sample for each window, in the order of time.
  func samples(of values: [Float]) -> LabeledSamples {
    let count = count(in: values.count)
    var numbers: [Float] = []
    numbers.reserveCapacity(count * window)
    for start in 0..<count { numbers += values[start..<(start + window)] }
    return LabeledSamples(
      samples: Samples(shape: sampleShape, count: count, storage: .floats(numbers)),
      targets: .numbers(Array(values.suffix(count)), width: 1))
  }
}
