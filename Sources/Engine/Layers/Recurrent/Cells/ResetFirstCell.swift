import CKernels

/// The cell of a GRU whose reset gate acts on the states before the recurrent product (Cho et al., 2014), with Keras's
/// order of the gates, z, r and h:
///
/// `h̃ = tanh(x · Wʰ + (r ∘ h₋₁) · Uʰ + b)`, `h = z ∘ h₋₁ + (1 − z) ∘ h̃`.
final class ResetFirstCell: RecurrentCell {
  private static let switches = 0..<2
  private static let candidate = 2..<3

  private let memory: RecurrentMemory
  /// `r ∘ h₋₁` of each step.
  private let reset: Matrix
  /// Its gradient at one step.
  private let resetGradient: Matrix
  private let buffers: [FloatBuffer]
  /// The steps with activations other than the usual ones.
  private let steps: GatedSteps?

  init(_ site: NetworkBuilder.Site, _ memory: RecurrentMemory, _ functions: GateFunctions) {
    self.memory = memory
    steps = GateActivations(site, memory, functions).map { GatedSteps(memory: memory, functions: $0) }
    let width = memory.states.stride
    buffers = [memory.steps * site.capacity, site.isTraining ? site.capacity : 0].map {
      FloatBuffer(count: $0 * width)
    }
    reset = Matrix(buffers[0], columns: memory.units)
    resetGradient = Matrix(buffers[1], columns: memory.units)
  }

  /// Adds the memory that the initializer will allocate.
  static func addMemory(
    to memory: inout NetworkMemory, _ size: RecurrentMemory.Size, _ functions: GateFunctions
  ) {
    GateActivations.addMemory(to: &memory, size, functions)
    memory.addBuffer(positions: size.steps, width: paddedWidth(size.units))
    if memory.isTraining { memory.addBuffer(positions: 1, width: paddedWidth(size.units)) }
  }

  func forward(_ step: Int, _ block: RecurrentBlock) {
    let row = block.row(step)
    let (gates, states) = (memory.gates, memory.states)
    let kernels = memory.context.kernels.table
    if step > 0 {
      memory.addRecurrentProduct(
        of: Matrix(states, from: block.row(step - 1)), step, gates: Self.switches, block)
    }
    if let steps {
      steps.activateReset(step, block, reset: Matrix(reset, from: row))
    } else {
      kernels.pointee.gru_reset(
        block.count, memory.gateWidth, gates.row(row), gates.stride, before(step, block), reset.row(row),
        states.stride)
    }
    if step > 0 {
      memory.addRecurrentProduct(of: Matrix(reset, from: row), step, gates: Self.candidate, block)
    }
    if let steps {
      steps.apply(gate: 2, step, block)
      steps.mix(step, block)
    } else {
      kernels.pointee.gru_candidate(
        block.count, memory.gateWidth, gates.row(row), gates.stride, before(step, block), states.row(row),
        states.stride)
    }
  }

  func clearGradients(_ block: RecurrentBlock) { memory.clear(memory.stateGradient, block) }

  func backward(_ step: Int, _ block: RecurrentBlock, incoming: IncomingGradient?) {
    let sums = Matrix(memory.gates, from: block.row(step))
    let gradient = Matrix(memory.stateGradient, from: block.first)
    let kernels = memory.context.kernels.table
    if let steps {
      steps.differentiateMix(step, block, incoming: incoming)
      for gate in [0, 2] { steps.differentiate(gate: gate, step, block) }
    } else {
      kernels.pointee.gru_candidate_backward(
        block.count, memory.gateWidth, sums.pointer, sums.stride, before(step, block), incoming?.pointer,
        incoming?.stride ?? 0, gradient.pointer, gradient.stride)
    }
    let inner = Matrix(resetGradient, from: block.first)
    memory.multiplyBack(sums, gates: Self.candidate, into: inner, adding: false, block)
    if let steps {
      steps.differentiateReset(step, block, resetGradient: inner)
    } else {
      kernels.pointee.gru_reset_backward(
        block.count, memory.gateWidth, sums.pointer, sums.stride, before(step, block), inner.pointer,
        gradient.pointer, gradient.stride)
    }
    guard step > 0 else { return }
    memory.multiplyBack(sums, gates: Self.switches, into: gradient, adding: true, block)
  }

  func computeGradients(rows: Int) {
    memory.multiplyStates(rows: rows, gradients: memory.gates, gates: Self.switches)
    memory.multiplyCandidates(rows: rows, factor: reset, gate: Self.candidate)
    memory.sumGradients(rows: rows, gradients: memory.gates, biasRow: 0)
  }

  private func before(_ step: Int, _ block: RecurrentBlock) -> UnsafePointer<Float>? {
    step > 0 ? UnsafePointer(memory.states.row(block.row(step - 1))) : nil
  }
}
