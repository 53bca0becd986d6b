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
    if usesBatch {
      context.kernels.table.pointee.channel_moments(
        count, stride, stride, source.value.pointer, mean.pointer, variance.pointer)
    } else {
      mean.pointer.update(from: movingMean.weightsPointer, count: stride)
      variance.pointer.update(from: movingVariance.weightsPointer, count: stride)
    }
    for channel in 0..<source.columns {
      inverse.pointer[channel] = 1 / (variance.pointer[channel] + epsilon).squareRoot()
      scale.pointer[channel] = affine.factor(channel) * inverse.pointer[channel]
      shift.pointer[channel] = affine.addend(channel) - mean.pointer[channel] * scale.pointer[channel]
    }
    context.kernels.table.pointee.scale_channels(
      count, stride, stride, source.value.pointer, scale.pointer, shift.pointer, output.value.pointer)
    if usesBatch, pass.movesState { moveState() }
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
    kernels.pointee.channel_gradients(
      count, stride, stride, source.value.pointer, mean.pointer, inverse.pointer, gradient.pointer,
      gammaMeans.pointer, betaMeans.pointer)
    affine.gamma?.gradientPointer?.update(from: gammaMeans.pointer, count: stride)
    affine.beta?.gradientPointer?.update(from: betaMeans.pointer, count: stride)
    // Of statistics that do not depend on the batch, nothing is taken away.
    let share = usesBatch ? 1 / Float(count) : 0
    for channel in 0..<source.columns {
      gammaMeans.pointer[channel] *= share
      betaMeans.pointer[channel] *= share
    }
    kernels.pointee.normalization_backward(
      count, stride, stride, source.value.pointer, mean.pointer, inverse.pointer, scale.pointer,
      gammaMeans.pointer, betaMeans.pointer, gradient.pointer)
  }
}
