import CKernels

/// The cell of a GRU whose reset gate acts after the recurrent product, as in cuDNN, with Keras's order of the gates,
/// z, r and h:
///
/// `h̃ = tanh(x · Wʰ + r ∘ (h₋₁ · Uʰ + bᵤ))`, `h = z ∘ h₋₁ + (1 − z) ∘ h̃`.
///
/// The states have a bias of their own: the second row of the bias.
final class GatedCell: RecurrentCell {
  private let memory: RecurrentMemory
  /// The states' part of the sums; in a backward pass its gradient.
  private let own: Matrix
  private let buffer: FloatBuffer
  /// The steps with activations other than the usual ones.
  private let steps: GatedSteps?

  init(_ site: NetworkBuilder.Site, _ memory: RecurrentMemory, _ functions: GateFunctions) {
    self.memory = memory
    steps = GateActivations(site, memory, functions).map { GatedSteps(memory: memory, functions: $0) }
    buffer = FloatBuffer(count: memory.steps * site.capacity * memory.gates.stride)
    own = Matrix(buffer, columns: memory.gates.columns)
  }

  /// Adds the memory that the initializer will allocate.
  static func addMemory(
    to memory: inout NetworkMemory, _ size: RecurrentMemory.Size, _ functions: GateFunctions
  ) {
    GateActivations.addMemory(to: &memory, size, functions)
    memory.addBuffer(positions: size.steps, width: size.gateColumns)
  }

  func forward(_ step: Int, _ block: RecurrentBlock) {
    let row = block.row(step)
    let states = memory.states
    let sums = Matrix(own, from: row)
    // Before the first step the states are zero, and the product has no terms.
    block.multiply(
      Matrix(states, from: step > 0 ? block.row(step - 1) : 0), from: 0, count: step > 0 ? memory.units : 0,
      memory.recurrentKernel.panels, sums.panels, columns: sums.stride,
      tb_finish(bias: memory.biasRow(1), scale: 0), on: memory.context)
    if let steps { return steps.activate(step, block, own: sums) }
    memory.context.kernels.table.pointee.gru_forward(
      block.count, memory.gateWidth, memory.gates.row(row), sums.pointer, sums.stride, before(step, block),
      states.row(row), states.stride)
  }

  func clearGradients(_ block: RecurrentBlock) { memory.clear(memory.stateGradient, block) }

  func backward(_ step: Int, _ block: RecurrentBlock, incoming: IncomingGradient?) {
    let row = block.row(step)
    let gradient = Matrix(memory.stateGradient, from: block.first)
    let sums = Matrix(own, from: row)
    if let steps {
      steps.differentiate(step, block, own: sums, incoming: incoming)
    } else {
      memory.context.kernels.table.pointee.gru_backward(
        block.count, memory.gateWidth, memory.gates.row(row), sums.pointer, sums.stride, before(step, block),
        incoming?.pointer, incoming?.stride ?? 0, gradient.pointer, gradient.stride)
    }
    guard step > 0 else { return }
    memory.multiplyBack(sums, gates: 0..<memory.gateCount, into: gradient, adding: true, block)
  }

  func computeGradients(rows: Int) {
    memory.multiplyStates(rows: rows, gradients: own, gates: 0..<memory.gateCount)
    memory.sumGradients(rows: rows, gradients: memory.gates, biasRow: 0)
    memory.sumGradients(rows: rows, gradients: own, biasRow: 1)
  }

  private func before(_ step: Int, _ block: RecurrentBlock) -> UnsafePointer<Float>? {
    step > 0 ? UnsafePointer(memory.states.row(block.row(step - 1))) : nil
  }
}
