import CKernels

/// A convolution without its activation. Threads split the samples, or the sums of the kernel's gradient.
final class ConvolutionOperation: SampleOperation {
  let output: Signal
  let parameters: [Parameter]
  private let source: Signal
  let context: ExecutionContext
  private let plan: ConvolutionPlan
  private let kernel: Parameter
  private let bias: Parameter?
  /// The kernel turned around, of shape (height · width · filters, channels); `nil` if the input needs no gradient.
  private let turned: Parameter?
  private let inputs: Patches
  private let gradients: Patches

  /// Patches in a bordered copy of each sample, or in the samples themselves.
  private struct Patches {
    /// `nil` if the samples are read in place.
    let border: BorderedImage?
    let offsets: [Int]
    let length: Int
    /// The rows of outputs at which each run is not all zero.
    let rows: [tb_range]
    /// The number of floats from a row or a column of outputs to the next.
    let row: Int
    let column: Int
    /// The place of the first patch.
    let start: Int

    /// Calls `body` with the patches of samples that are so many floats apart.
    func at(_ image: UnsafePointer<Float>, sample: Int, _ body: (tb_patches) -> Void) {
      offsets.withUnsafeBufferPointer { offsets in
        rows.withUnsafeBufferPointer { rows in
          body(
            tb_patches(
              data: image + start, sample: sample, row: row, column: column, offsets: offsets.baseAddress,
              runs: offsets.count, length: length, rows: rows.baseAddress))
        }
      }
    }
  }

  init(_ site: NetworkBuilder.Site, _ plan: ConvolutionPlan, usesBias: Bool) {
    source = site.input
    context = site.context
    self.plan = plan
    output = site.makeOutput(shape: plan.output.shape)
    kernel = Parameter(
      shape: [plan.terms, plan.output.channels], hasGradient: site.trainsWeights)
    bias = usesBias ? Parameter(shape: [plan.output.channels], hasGradient: site.trainsWeights) : nil
    parameters = [kernel] + (bias.map { [$0] } ?? [])
    let hasGradient = source.gradient != nil
    turned =
      hasGradient
      ? Parameter(
        shape: [plan.terms / plan.input.channels * plan.output.channels, plan.input.channels],
        hasGradient: false) : nil
    inputs = Self.inputPatches(plan, position: source.position)
    gradients = Self.gradientPatches(plan)
    context.reserveScratch(Self.scratch(plan, needsInputGradient: hasGradient))
  }

  private static func inputPatches(_ plan: ConvolutionPlan, position: Int) -> Patches {
    let border = plan.inputBorder
    let isTight = position == plan.input.channels
    let isWithin =
      border.top == 0 && border.left == 0 && border.height <= plan.input.height
      && border.width <= plan.input.width
    let row = isTight && isWithin ? plan.input.width * plan.input.channels : border.row
    let (offsets, length) = plan.runs(row: row, channels: plan.input.channels)
    return Patches(
      border: isTight && isWithin ? nil : border, offsets: offsets, length: length,
      rows: plan.outputRows, row: plan.vertical.stride * row,
      column: plan.horizontal.stride * plan.input.channels, start: 0)
  }

  private static func gradientPatches(_ plan: ConvolutionPlan) -> Patches {
    let border = plan.gradientBorder
    let (offsets, length) = plan.runs(row: border.row, channels: border.channels)
    return Patches(
      border: border, offsets: offsets, length: length, rows: plan.gradientRows, row: border.row,
      column: border.channels,
      start: plan.vertical.before(plan.input.height) * border.row
        + plan.horizontal.before(plan.input.width) * border.channels)
  }

  /// Returns the number of floats of each thread's working space.
  private static func scratch(_ plan: ConvolutionPlan, needsInputGradient: Bool) -> Int {
    max(plan.inputBorder.count, needsInputGradient ? plan.gradientBorder.count : 0)
  }

  /// Adds the memory that the initializer will allocate.
  static func addMemory(to memory: inout NetworkMemory, _ plan: ConvolutionPlan, usesBias: Bool) {
    memory.addParameter(shape: [plan.terms, plan.output.channels])
    if usesBias { memory.addParameter(shape: [plan.output.channels]) }
    if memory.needsInputGradient {
      memory.addCopy(
        shape: [plan.terms / plan.input.channels * plan.output.channels, plan.input.channels])
    }
    memory.addScratch(Double(scratch(plan, needsInputGradient: memory.needsInputGradient)))
    memory.addOutput(shape: plan.output.shape)
  }

  var workPerSample: Double {
    Double(plan.output.positions) * Double(plan.terms) * Double(plan.output.channels)
  }

  var numbersPerSample: Int {
    source.positions * source.value.stride + output.positions * output.value.stride
  }

  func forward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    let addend = bias.map { UnsafePointer($0.weightsPointer) }
    eachSample(of: samples, inputs, scratch) { count, first, patches in
      context.kernels.table.pointee.convolve(
        count, plan.output.height, plan.output.width, plan.output.channels, patches, kernel.panels,
        output.value.row(first * output.positions), output.value.stride, addend)
    }
  }

  func backward(samples: Range<Int>, in pass: Pass, _ scratch: UnsafeMutablePointer<Float>) {
    guard let delta = output.gradient, let gradient = source.gradient, let turned,
      let border = gradients.border
    else { return }
    for sample in samples {
      border.copy(
        delta.row(sample * output.positions), height: plan.output.height, width: plan.output.width,
        position: delta.stride, to: scratch)
      gradients.at(scratch, sample: 0) { patches in
        context.kernels.table.pointee.convolve(
          1, plan.input.height, plan.input.width, plan.input.channels, patches, turned.panels,
          gradient.row(sample * plan.input.positions), gradient.stride, nil)
      }
    }
  }

  func sumGradients(rows: Int) {
    guard let delta = output.gradient, let product = kernel.gradientPanels else { return }
    kernel.gradient?.fill(0)
    let kernels = context.kernels.table
    let panels = (delta.stride + Int(TB_PANEL) - 1) / Int(TB_PANEL)
    let byPanels = panels >= context.threads
    // Each call gathers the patches of every sample first.
    context.split(
      rows: byPanels ? panels : plan.terms, work: Double(rows) * workPerSample, piecesPerThread: 1
    ) { [plan, output] part, scratch in
      let terms = byPanels ? 0..<plan.terms : part
      let column = byPanels ? part.lowerBound * Int(TB_PANEL) : 0
      let end = byPanels ? min(plan.output.channels, part.upperBound * Int(TB_PANEL)) : plan.output.channels
      let target = tb_panels(
        data: product.data + column / Int(TB_PANEL) * product.panel, row: product.row, panel: product.panel)
      eachSample(of: 0..<rows, inputs, scratch) { count, first, patches in
        kernels.pointee.convolve_gradient(
          count, plan.output.height, plan.output.width, end - column, patches, terms.lowerBound,
          terms.upperBound, delta.row(first * output.positions) + column, delta.stride, target)
      }
    }
    if let sums = bias?.gradientPointer {
      context.sumColumns(rows: rows * output.positions, delta, into: sums)
    }
  }

  /// Calls `body` with the patches of the samples: of one after another in a bordered copy, or of all in place.
  private func eachSample(
    of samples: Range<Int>, _ patches: Patches, _ scratch: UnsafeMutablePointer<Float>,
    _ body: (_ count: Int, _ first: Int, tb_patches) -> Void
  ) {
    let image = plan.input
    let length = source.positions == 1 ? source.value.stride : source.positions * source.value.stride
    guard let border = patches.border else {
      let first = source.value.pointer + samples.lowerBound * length
      return patches.at(first, sample: length) { body(samples.count, samples.lowerBound, $0) }
    }
    for sample in samples {
      border.copy(
        source.value.pointer + sample * length, height: image.height, width: image.width,
        position: source.position, to: scratch)
      patches.at(scratch, sample: 0) { body(1, sample, $0) }
    }
  }

  func parametersChanged() {
    guard let turned else { return }
    let (channels, filters) = (plan.input.channels, plan.output.channels)
    let taps = plan.terms / channels
    let panel = Int(TB_PANEL)
    for tap in 0..<taps {
      for channel in 0..<channels {
        let row = kernel.weightsPointer + (tap * channels + channel) * kernel.rowStride
        let place =
          turned.weightsPointer + channel / panel * turned.panelStride + channel % panel
          + (taps - 1 - tap) * filters * turned.rowStride
        for filter in 0..<filters {
          place[filter * turned.rowStride] =
            row[filter / panel * kernel.panelStride + filter % panel]
        }
      }
    }
  }
}
