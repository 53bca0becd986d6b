/// The cell of an LSTM (Hochreiter and Schmidhuber, 1997; with forget gates, Gers et al., 2000), with Keras's order of
/// the gates, i, f, c and o:
///
/// `c = f ∘ c₋₁ + i ∘ tanh(zᶜ)`, `h = o ∘ tanh(c)`, or with another activation.
final class LongShortTermCell: RecurrentCell {
  let memory: RecurrentMemory
  let cells: Matrix
  /// The activations of the cells.
  let squashed: Matrix
  let cellGradient: Matrix
  /// Activations other than the usual ones.
  private let functions: GateActivations?
  private let buffers: [FloatBuffer]

  init(_ site: NetworkBuilder.Site, _ memory: RecurrentMemory, _ functions: GateFunctions) {
    self.memory = memory
    self.functions = GateActivations(site, memory, functions)
    let width = memory.states.stride
    let rows = memory.steps * site.capacity
    buffers = [rows, rows, site.isTraining ? site.capacity : 0].map { FloatBuffer(count: $0 * width) }
    cells = Matrix(buffers[0], columns: memory.units)
    squashed = Matrix(buffers[1], columns: memory.units)
    cellGradient = Matrix(buffers[2], columns: memory.units)
  }

  /// Adds the memory that the initializer will allocate.
  static func addMemory(
    to memory: inout NetworkMemory, _ size: RecurrentMemory.Size, _ functions: GateFunctions
  ) {
    GateActivations.addMemory(to: &memory, size, functions)
    memory.addBuffer(positions: 2 * size.steps, width: paddedWidth(size.units))
    if memory.isTraining { memory.addBuffer(positions: 1, width: paddedWidth(size.units)) }
  }

  func forward(_ step: Int, _ block: RecurrentBlock) {
    let row = block.row(step)
    let states = memory.states
    var before: UnsafePointer<Float>?
    if step > 0 {
      before = UnsafePointer(cells.row(block.row(step - 1)))
      memory.addRecurrentProduct(
        of: Matrix(states, from: block.row(step - 1)), step, gates: 0..<memory.gateCount, block)
    }
    if let functions { return activate(step, block, with: functions) }
    memory.context.kernels.table.pointee.lstm_forward(
      block.count, memory.gateWidth, memory.gates.row(row), memory.gates.stride, before, cells.row(row),
      squashed.row(row), states.row(row), states.stride)
  }

  func clearGradients(_ block: RecurrentBlock) {
    memory.clear(memory.stateGradient, block)
    memory.clear(cellGradient, block)
  }

  func backward(_ step: Int, _ block: RecurrentBlock, incoming: IncomingGradient?) {
    let row = block.row(step)
    let gradient = Matrix(memory.stateGradient, from: block.first)
    if let functions {
      differentiate(step, block, incoming: incoming, with: functions)
    } else {
      memory.context.kernels.table.pointee.lstm_backward(
        block.count, memory.gateWidth, memory.gates.row(row), memory.gates.stride,
        step > 0 ? cells.row(block.row(step - 1)) : nil, squashed.row(row), incoming?.pointer,
        incoming?.stride ?? 0, gradient.pointer, cellGradient.row(block.first), gradient.stride)
    }
    guard step > 0 else { return }
    memory.multiplyBack(
      Matrix(memory.gates, from: row), gates: 0..<memory.gateCount, into: gradient, adding: false, block)
  }

  func computeGradients(rows: Int) {
    memory.multiplyStates(rows: rows, gradients: memory.gates, gates: 0..<memory.gateCount)
    memory.sumGradients(rows: rows, gradients: memory.gates, biasRow: 0)
  }
}
