import Options

/// A normal distribution with a mean and a standard deviation, cut off at two standard deviations from the mean.
package struct TruncatedNormal: Initializer {
  package static let name = "truncated_normal"
  package static let abstract = "Normal around a mean, without its tails."

  private let mean: Float
  private let deviation: Float

  /// - Parameter deviation: the standard deviation before the tails are cut off; afterwards it is 0.88 times that.
  package init(mean: Float = 0, deviation: Float = 0.05) {
    self.mean = mean
    self.deviation = deviation
  }

  package init(_ options: inout OptionReader) {
    mean = Float(options.read("mean", .number(.anyFloat), default: 0, help: "The number in the middle."))
    deviation = Float(
      options.read(
        "stddev", .number(.nonnegativeFloat), default: 0.05,
        help: "The standard deviation before the tails are cut off, at two of it."))
  }

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    NormalSampler.truncated(shape.reduce(1, *), from: stream).map { mean + deviation * $0 }
  }
}
