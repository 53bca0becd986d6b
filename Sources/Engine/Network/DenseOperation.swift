import CKernels

/// A dense layer without its activation: `z = x · W + b`.
final class DenseOperation: StepFusing {
  let output: Signal
  let parameters: [Parameter]
  private let source: Signal
  private let context: ExecutionContext
  private let x: Matrix
  private let z: Matrix
  private let xGradient: Matrix?
  private let delta: Matrix?
  private let sparse: SparseBatch?
  private let kernel: Parameter
  private let bias: Parameter?
  /// Wᵀ, for the gradient with respect to the inputs, whose vectors run across the inputs.
  private let transposed: Parameter?

  init(_ site: NetworkBuilder.Site, units: Int, usesBias: Bool) {
    source = site.input
    context = site.context
    output = site.makeOutput(shape: [units])
    x = source.value
    z = output.value
    xGradient = source.gradient
    delta = output.gradient
    sparse = source.sparse
    kernel = Parameter(shape: [x.columns, units], hasGradient: site.trainsWeights)
    bias = usesBias ? Parameter(shape: [units], hasGradient: site.trainsWeights) : nil
    transposed = source.gradient == nil ? nil : Parameter(shape: [units, x.columns], hasGradient: false)
    parameters = [kernel] + (bias.map { [$0] } ?? [])
    context.reserveScratch(max(x.columns, units, site.capacity) * Int(TB_PANEL))
    context.reserveScratch(tb_scratch(site.capacity, x.columns))
  }

  /// Adds the memory that the initializer will allocate.
  static func addMemory(to memory: inout NetworkMemory, units: Int, usesBias: Bool) {
    let inputs = memory.columns
    memory.addParameter(shape: [inputs, units])
    if usesBias { memory.addParameter(shape: [units]) }
    if memory.needsInputGradient { memory.addCopy(shape: [units, inputs]) }
    memory.addScratch(Double(max(inputs, units, memory.rows)) * Double(TB_PANEL))
    // As `tb_scratch`, whose product might overflow.
    let masks = (Double(memory.rows) / 64).rounded(.up) * (Double(inputs) / Double(TB_GROUP) + 64)
    let lists = Double(TB_GROUP + 1) * (Double(TB_LISTED) + Double(memory.rows)) + Double(inputs) / 4
    memory.addScratch(2 * masks + Double(memory.rows) * Double(2 + TB_PANEL) + lists + 64)
    memory.addOutput(shape: [units])
  }

  func forward(rows: Int, in pass: Pass) {
    let finish = tb_finish(bias: bias.map { UnsafePointer($0.weightsPointer) }, scale: 0)
    if let sparse = sparse?.factor {
      context.multiply(rows, z.stride, sparse, kernel.panels, z.panels, finish)
    } else {
      context.multiply(rows, z.stride, x.columns, x.left, kernel.panels, z.panels, finish)
    }
  }

  func backward(rows: Int, in pass: Pass) { backward(rows: rows, rate: nil) }

  func backward(rows: Int, in pass: Pass, steppingBy rate: Float) { backward(rows: rows, rate: rate) }

  /// - Parameter rate: the learning rate of a step to take at the same time; `nil` to compute gradients only.
  private func backward(rows: Int, rate: Float?) {
    guard let delta else { return }
    let scale = rate.map { -$0 } ?? 0
    if let xGradient, let transposed {
      context.multiply(
        rows, xGradient.stride, delta.columns, delta.left, transposed.panels, xGradient.panels,
        tb_finish(bias: nil, scale: 0))
    }
    guard let product = kernel.gradientPanels else { return }
    let target = rate == nil ? product : kernel.panels
    if let sparse = sparse?.factor {
      context.multiplyTransposed(rows, delta.stride, sparse, delta, target, scale)
    } else {
      context.multiply(
        x.columns, delta.stride, rows, x.leftTransposed, delta.panels, target,
        tb_finish(bias: nil, scale: scale))
    }
    if let bias, let sums = bias.gradientPointer {
      context.sumColumns(rows: rows, delta, into: sums)
      if rate != nil {
        context.kernels.table.pointee.add_scaled(delta.stride, scale, sums, bias.weightsPointer)
      }
    }
    if rate != nil { parametersChanged() }
  }

  var probe: OperationProbe? {
    OperationProbe { [kernel] in
      let weights = kernel.read(kernel.weights)
      return weights.reduce(0) { $0 + Double($1) * Double($1) } / Double(max(1, weights.count))
    }
  }

  func parametersChanged() {
    guard let transposed else { return }
    context.transpose(x.columns, z.columns, kernel.panels, transposed.panels)
  }
}
