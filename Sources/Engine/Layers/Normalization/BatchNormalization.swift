import CKernels
import Options

/// Batch normalization (Ioffe and Szegedy, 2015): `gamma · (x − mean) / √(variance + epsilon) + beta` for each channel,
/// the last dimension. In training mean and variance are those of the batch, over all samples and positions;
/// otherwise they are the running ones.
package struct BatchNormalization: Layer {
  package static let name = "batch_normalization"
  package static let abstract =
    "Gives each channel a mean near 0 and a spread near 1, over the samples of a batch."
  package static var exampleLayers: [OptionValue] {
    ["flatten", ["dense": 30], writtenExample, ["activation": "relu"], exampleOutput]
  }

  let momentum: Double
  let affine: ChannelAffine

  package init(_ options: inout OptionReader) {
    momentum = options.read(
      "momentum", .number(.within(0...1)), default: 0.99,
      help: "How much of the running mean and variance is kept in each step.")
    affine = ChannelAffine(&options)
  }

  package func outputShape(for input: [Int]) -> [Int] { input }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    let channels = input.last ?? 1
    return affine.variables(channels) + [
      VariableSpecification(
        name: "moving_mean", shape: [channels], initializer: Zeros(), isTrainable: false),
      VariableSpecification(
        name: "moving_variance", shape: [channels], initializer: Ones(), isTrainable: false),
    ]
  }

  package func build(into network: inout NetworkBuilder) {
    network.spread()
    network.append { BatchNormalizationOperation($0, self) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    memory.spread()
    let channels = memory.columns
    affine.addMemory(to: &memory, channels)
    // The running mean and variance, and the seven rows of `BatchNormalizationOperation`.
    for _ in 0..<9 { memory.addCopy(shape: [channels]) }
    memory.addOutput(shape: memory.shape, sharesGradient: true)
  }
}

/// The normalization of a batch, channel by channel.
final class BatchNormalizationOperation: Operation {
  let output: Signal
  let parameters: [Parameter]
  private let source: Signal
  private let context: ExecutionContext
  private let momentum: Float
  private let epsilon: Float
  private let affine: ChannelAffineParameters
  private let movingMean: Parameter
  private let movingVariance: Parameter
  /// Numbers of each channel: the mean, and the inverse of the deviation, of the last forward pass.
  private let mean: FloatBuffer
  private let inverse: FloatBuffer
  private let variance: FloatBuffer
  private let scale: FloatBuffer
  private let shift: FloatBuffer
  private let gammaMeans: FloatBuffer
  private let betaMeans: FloatBuffer
  private let isFrozen: Bool
  private var usesBatch = false

  init(_ site: NetworkBuilder.Site, _ layer: BatchNormalization) {
    source = site.input
    context = site.context
    momentum = Float(layer.momentum)
    epsilon = Float(layer.affine.epsilon)
    isFrozen = site.isFrozen
    output = site.makeOutputSharingGradient()
    let channels = source.columns
    affine = ChannelAffineParameters(layer.affine, channels: channels, isTrained: site.trainsWeights)
    movingMean = Parameter(shape: [channels], hasGradient: false)
    movingVariance = Parameter(shape: [channels], hasGradient: false)
    parameters = affine.all + [movingMean, movingVariance]
    let rows = (0..<7).map { _ in FloatBuffer(count: site.input.value.stride) }
    (mean, inverse, variance) = (rows[0], rows[1], rows[2])
    (scale, shift, gammaMeans, betaMeans) = (rows[3], rows[4], rows[5], rows[6])
  }

  func forward(rows: Int, in pass: Pass) {
    usesBatch = pass.isTraining && !isFrozen
    let (count, stride) = (rows * source.positions, source.value.stride)
    if !usesBatch {
      mean.pointer.update(from: movingMean.weightsPointer, count: stride)
      variance.pointer.update(from: movingVariance.weightsPointer, count: stride)
    }
    let kernels = context.kernels.table
    context.split(lanesOf: stride, work: work(count)) { [source, output, mean, variance, scale, shift] part in
      let first = part.lowerBound
      if usesBatch {
        kernels.pointee.channel_moments(
          count, part.count, stride, source.value.pointer + first, mean.pointer + first,
          variance.pointer + first)
      }
      prepare(part.clamped(to: 0..<source.columns))
      kernels.pointee.scale_channels(
        count, part.count, stride, source.value.pointer + first, scale.pointer + first,
        shift.pointer + first, output.value.pointer + first)
    }
    if usesBatch, pass.movesState { moveState() }
  }

  /// A number of multiplications in a product that takes about as long as a pass.
  private func work(_ count: Int) -> Double { 32 * Double(count) * Double(source.value.stride) }

  /// Computes the factors and addends of some channels from their means and variances.
  private func prepare(_ channels: Range<Int>) {
    for channel in channels {
      inverse.pointer[channel] = 1 / (variance.pointer[channel] + epsilon).squareRoot()
      scale.pointer[channel] = affine.factor(channel) * inverse.pointer[channel]
      shift.pointer[channel] = affine.addend(channel) - mean.pointer[channel] * scale.pointer[channel]
    }
  }

  private func moveState() {
    for channel in 0..<source.columns {
      movingMean.weightsPointer[channel] =
        movingMean.weightsPointer[channel] * momentum + mean.pointer[channel] * (1 - momentum)
      movingVariance.weightsPointer[channel] =
        movingVariance.weightsPointer[channel] * momentum + variance.pointer[channel] * (1 - momentum)
    }
  }

  func backward(rows: Int, in pass: Pass) {
    guard let gradient = output.gradient else { return }
    let (count, stride) = (rows * source.positions, source.value.stride)
    let kernels = context.kernels.table
    // Of statistics that do not depend on the batch, nothing is taken away.
    let share = usesBatch ? 1 / Float(count) : 0
    context.split(lanesOf: stride, work: work(count)) {
      [source, affine, mean, inverse, scale, gammaMeans, betaMeans] part in
      let first = part.lowerBound
      let (gamma, beta) = (gammaMeans.pointer + first, betaMeans.pointer + first)
      kernels.pointee.channel_gradients(
        count, part.count, stride, source.value.pointer + first, mean.pointer + first,
        inverse.pointer + first, gradient.pointer + first, gamma, beta)
      if let sums = affine.gamma?.gradientPointer { (sums + first).update(from: gamma, count: part.count) }
      if let sums = affine.beta?.gradientPointer { (sums + first).update(from: beta, count: part.count) }
      for channel in 0..<part.clamped(to: 0..<source.columns).count {
        gamma[channel] *= share
        beta[channel] *= share
      }
      kernels.pointee.normalization_backward(
        count, part.count, stride, source.value.pointer + first, mean.pointer + first,
        inverse.pointer + first, scale.pointer + first, gamma, beta, gradient.pointer + first)
    }
  }
}
