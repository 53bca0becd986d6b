import Options

/// A normal distribution with a mean and a standard deviation.
package struct RandomNormal: Initializer {
  package static let name = "random_normal"
  package static let abstract = "Normal around a mean."

  private let mean: Float
  private let deviation: Float

  package init(mean: Float = 0, deviation: Float = 0.05) {
    self.mean = mean
    self.deviation = deviation
  }

  package init(_ options: inout OptionReader) {
    mean = Float(options.read("mean", .number(.anyFloat), default: 0, help: "The number in the middle."))
    deviation = Float(
      options.read("stddev", .number(.nonnegativeFloat), default: 0.05, help: "The standard deviation."))
  }

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    NormalSampler.standard(shape.reduce(1, *), from: stream).map { mean + deviation * $0 }
  }
}
