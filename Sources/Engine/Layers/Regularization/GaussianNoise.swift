import Options

/// In training, adds to each number a normal one with a mean of zero.
package struct GaussianNoise: Layer, NoiseLayer {
  package static let name = "gaussian_noise"
  package static let abstract =
    "In training, adds random numbers, so that small differences are not relied on."
  package static let exampleOptions: OptionValue = ["stddev": 0.1]

  package let deviation: Double

  package init(deviation: Double) { self.deviation = deviation }

  package init(_ options: inout OptionReader) {
    deviation = options.read(
      "stddev", .number(.nonnegativeFloat), help: "The standard deviation of the numbers that are added.")
  }

  func operation(at site: NetworkBuilder.Site) -> any Operation {
    GaussianNoiseOperation(site, deviation: deviation)
  }
}

/// The numbers of a batch with noise. Number i depends on word i of the layer's stream alone.
final class GaussianNoiseOperation: Operation {
  let output: Signal
  private let source: Signal
  private let context: ExecutionContext
  private let layer: Int
  private let deviation: Float
  private let words: WordBuffer

  init(_ site: NetworkBuilder.Site, deviation: Double) {
    source = site.input
    context = site.context
    layer = site.layer
    self.deviation = Float(deviation)
    output = site.makeOutputSharingGradient()
    words = WordBuffer(count: site.capacity * source.positions * source.value.stride)
  }

  func forward(rows: Int, in pass: Pass) {
    let count = rows * source.positions * source.value.stride
    let (x, y) = (source.value.pointer, output.value.pointer)
    guard pass.isTraining else { return y.update(from: x, count: count) }
    pass.randomNumbers(ofLayer: layer).fill(words, 0..<count, context.kernels)
    for index in 0..<count {
      y[index] = x[index] + deviation * NormalSampler.standard(words.pointer[index])
    }
  }

  /// The gradient passes as it is, in place.
  func backward(rows: Int, in pass: Pass) {}
}
