import CKernels
import Options

/// A layer that makes one number of each window, channel by channel.
protocol PoolingLayer: Layer {
  /// The dimensions that the windows slide over.
  static var dimensions: Int { get }
  static var pooling: PoolingOperation.Kind { get }

  /// Returns the windows, one for each dimension.
  func windows(over image: ImageShape) -> [Window]

  /// A Boolean value that is true if the output has channels alone, and no positions.
  static var isGlobal: Bool { get }
}

extension PoolingLayer {
  static var isGlobal: Bool { false }

  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    let plan = try PoolingPlan(self, input)
    return Self.isGlobal ? [plan.input.channels] : plan.output.shape
  }

  package func build(into network: inout NetworkBuilder) {
    guard let plan = try? PoolingPlan(self, network.output.shape) else { return }
    network.reshape(to: plan.input.shape)
    network.spread()
    network.append { PoolingOperation($0, Self.pooling, plan) }
    if Self.isGlobal { network.flatten() }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    guard let plan = try? PoolingPlan(self, memory.shape) else { return }
    memory.reshape(to: plan.input.shape)
    memory.spread()
    memory.addOutput(shape: plan.output.shape)
    if Self.isGlobal { memory.flatten() }
  }
}

/// The shapes and the windows of a pooling layer.
struct PoolingPlan: Sendable {
  let input: ImageShape
  let output: ImageShape
  let windows: tb_windows

  /// - Throws: `needsPositions` or `windowTooLarge`.
  init<Kind: PoolingLayer>(_ layer: Kind, _ shape: [Int]) throws(ModelProblem) {
    input = try ImageShape(shape, dimensions: Kind.dimensions, layer: Kind.name)
    let windows = layer.windows(over: input)
    output = try input.sliding(windows, channels: input.channels, layer: Kind.name)
    let (vertical, horizontal) = input.windows(windows)
    self.windows = tb_windows(
      height: input.height, width: input.width, channels: input.channels, out_height: output.height,
      out_width: output.width,
      size_y: vertical.size, size_x: horizontal.size, stride_y: vertical.stride, stride_x: horizontal.stride,
      before_y: vertical.before(input.height), before_x: horizontal.before(input.width))
  }
}

/// The largest number of each window, or its mean. Positions beyond the sample do not count. The gradient of a largest
/// number goes to the first position that has it.
final class PoolingOperation: SampleOperation {
  enum Kind: Sendable { case max, average }

  let output: Signal
  private let source: Signal
  let context: ExecutionContext
  private let kind: Kind
  private let plan: PoolingPlan

  init(_ site: NetworkBuilder.Site, _ kind: Kind, _ plan: PoolingPlan) {
    source = site.input
    context = site.context
    self.kind = kind
    self.plan = plan
    output = site.makeOutput(shape: plan.output.shape)
  }

  var numbersPerSample: Int {
    source.positions * source.value.stride + output.positions * output.value.stride
  }
  var workPerSample: Double { 16 * Double(source.positions) * Double(source.columns) }

  func forward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    let kernels = context.kernels.table
    let x = source.value.row(samples.lowerBound * source.positions)
    let y = output.value.row(samples.lowerBound * output.positions)
    switch kind {
    case .max: kernels.pointee.max_pool(samples.count, plan.windows, source.value.stride, x, y)
    case .average: kernels.pointee.average_pool(samples.count, plan.windows, source.value.stride, x, y)
    }
  }

  func backward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    guard let gradient = output.gradient, let target = source.gradient else { return }
    let kernels = context.kernels.table
    let stride = source.value.stride
    let (first, last) = (samples.lowerBound * source.positions, samples.lowerBound * output.positions)
    let into = target.row(first)
    switch kind {
    case .max:
      kernels.pointee.max_pool_backward(
        samples.count, plan.windows, stride, source.value.row(first), output.value.row(last),
        gradient.row(last), into)
    case .average:
      kernels.pointee.average_pool_backward(samples.count, plan.windows, stride, gradient.row(last), into)
    }
  }
}
