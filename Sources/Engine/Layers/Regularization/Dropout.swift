import CKernels
import Options

/// Dropout (Srivastava et al., 2014): in training each number is zero with a probability of `rate`, and the others are
/// multiplied by 1 / (1 − rate), so that their mean stays the same.
package struct Dropout: Layer, NoiseLayer {
  package static let name = "dropout"
  package static let abstract =
    "In training, makes a random share of the numbers zero, so that the network relies on none."
  package static let exampleOptions: OptionValue = ["rate": 0.2]
  package static var exampleLayers: [OptionValue] {
    ["flatten", ["dense": ["units": 30, "activation": "relu"]], writtenExample, exampleOutput]
  }

  package let rate: Double

  package init(rate: Double) { self.rate = rate }

  package init(_ options: inout OptionReader) {
    rate = options.read(
      "rate", .number(.within(0..<1)), help: "The share of the numbers that become zero in each step.")
  }

  func operation(at site: NetworkBuilder.Site) -> any Operation {
    DropoutOperation(site, rate: rate)
  }
}

/// The numbers of a batch, of which a random share is dropped. Number i depends on word i of the layer's stream alone.
final class DropoutOperation: SampleOperation {
  let output: Signal
  private let source: Signal
  let context: ExecutionContext
  private let layer: Int
  /// A word whose upper 24 bits are below this number drops.
  private let limit: UInt32
  private let scale: Float
  private let words: WordBuffer
  private var isDropping = false

  init(_ site: NetworkBuilder.Site, rate: Double) {
    source = site.input
    context = site.context
    layer = site.layer
    output = site.makeOutputSharingGradient()
    limit = UInt32((rate * 0x1p24).rounded())
    scale = Float(1 / (1 - rate))
    words = WordBuffer(count: site.capacity * source.positions * source.value.stride)
  }

  var numbersPerSample: Int { source.positions * source.value.stride }
  // Ten rounds of the generator, four words each.
  var workPerSample: Double { 32 * Double(numbersPerSample) }

  func begin(_ pass: Pass) { isDropping = pass.isTraining }

  func forward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    let (first, count) = (samples.lowerBound * numbersPerSample, samples.count * numbersPerSample)
    let (input, output) = (source.value.pointer + first, output.value.pointer + first)
    guard isDropping else { return output.update(from: input, count: count) }
    pass.randomNumbers(ofLayer: layer).fill(words, first..<first + count, context.kernels)
    context.kernels.table.pointee.drop(count, words.pointer + first, limit, scale, input, output)
  }

  func backward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    guard let gradient = output.gradient, isDropping else { return }
    let (first, count) = (samples.lowerBound * numbersPerSample, samples.count * numbersPerSample)
    context.kernels.table.pointee.drop(
      count, words.pointer + first, limit, scale, gradient.pointer + first, gradient.pointer + first)
  }
}
