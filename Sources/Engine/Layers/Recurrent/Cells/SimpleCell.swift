/// The cell of a simple recurrent layer (Elman, 1990): `h = f(x · W + h₋₁ · U + b)`.
final class SimpleCell: RecurrentCell {
  private let memory: RecurrentMemory
  private let activation: any Activation

  init(_ memory: RecurrentMemory, _ activation: any Activation) {
    self.memory = memory
    self.activation = activation
  }

  func forward(_ step: Int, _ block: RecurrentBlock) {
    let row = block.row(step)
    if step > 0 {
      memory.addRecurrentProduct(
        of: Matrix(memory.states, from: block.row(step - 1)), step, gates: 0..<1, block)
    }
    activation.forward(
      sums(from: row), Matrix(memory.states, from: row), rows: block.count, on: memory.context)
  }

  func clearGradients(_ block: RecurrentBlock) { memory.clear(memory.stateGradient, block) }

  func backward(_ step: Int, _ block: RecurrentBlock, incoming: IncomingGradient?) {
    let row = block.row(step)
    let gradient = Matrix(memory.stateGradient, from: block.first)
    if let incoming {
      let kernels = memory.context.kernels.table
      for sample in 0..<block.count {
        kernels.pointee.add_scaled(
          gradient.stride, 1, incoming.pointer + sample * incoming.stride, gradient.row(sample))
      }
    }
    activation.backward(
      input: sums(from: row), output: Matrix(memory.states, from: row), gradient: gradient, rows: block.count,
      on: memory.context)
    memory.gates.row(row).update(from: gradient.pointer, count: block.count * gradient.stride)
    guard step > 0 else { return }
    memory.multiplyBack(
      Matrix(memory.gates, from: row), gates: 0..<1, into: gradient, adding: false, block)
  }

  func computeGradients(rows: Int) {
    memory.multiplyStates(rows: rows, gradients: memory.gates, gates: 0..<memory.gateCount)
    memory.sumGradients(rows: rows, gradients: memory.gates, biasRow: 0)
  }

  private func sums(from row: Int) -> Matrix { Matrix(memory.gates, from: row) }
}
