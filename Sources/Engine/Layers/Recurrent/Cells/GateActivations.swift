/// The activations of gates other than the usual ones, which have kernels of their own.
///
/// An activation reads whole rows, so each gate is copied into rows of its own and back.
final class GateActivations {
  /// The function of the new state, such as tanh.
  let activation: any Activation
  /// The function of the gates, such as sigmoid.
  let recurrentActivation: any Activation
  /// The gradients of the gates' values at one step, one row for each sample.
  let valueGradients: Matrix
  /// One gate's gradient, or that of other numbers of the units; one row for each sample.
  let gradient: Matrix
  private let memory: RecurrentMemory
  private let sums: Matrix
  private let input: Matrix
  private let output: Matrix
  private let buffers: [FloatBuffer]

  /// Returns `nil` for the functions that have kernels: tanh and sigmoid.
  init?(
    _ site: NetworkBuilder.Site, _ memory: RecurrentMemory, _ functions: GateFunctions
  ) {
    guard !functions.areUsual else { return nil }
    (self.memory, activation, recurrentActivation) = (memory, functions.activation, functions.recurrent)
    let (wide, narrow) = (memory.gates.stride, memory.states.stride)
    let rows = site.capacity
    buffers = [
      FloatBuffer(count: rows * memory.steps * wide), FloatBuffer(count: rows * wide),
      FloatBuffer(count: rows * narrow), FloatBuffer(count: rows * narrow), FloatBuffer(count: rows * narrow),
    ]
    sums = Matrix(buffers[0], columns: memory.gates.columns)
    valueGradients = Matrix(buffers[1], columns: memory.gates.columns)
    gradient = Matrix(buffers[2], columns: memory.units)
    input = Matrix(buffers[3], columns: memory.units)
    output = Matrix(buffers[4], columns: memory.units)
  }

  /// Adds the memory that the initializer will allocate.
  static func addMemory(
    to memory: inout NetworkMemory, _ size: RecurrentMemory.Size, _ functions: GateFunctions
  ) {
    guard !functions.areUsual else { return }
    memory.addBuffer(positions: size.steps + 1, width: size.gateColumns)
    memory.addBuffer(positions: 3, width: paddedWidth(size.units))
  }

  /// Replaces the sums of a gate with its values.
  func apply(_ function: any Activation, gate: Int, _ step: Int, _ block: RecurrentBlock) {
    let row = block.row(step)
    read(gate, memory.gates, from: row, into: input, block)
    write(gate, input, into: sums, from: row, block)
    function.forward(
      Matrix(input, from: block.first), Matrix(output, from: block.first), rows: block.count,
      on: memory.context)
    write(gate, output, into: memory.gates, from: row, block)
  }

  /// Replaces the values of a gate with the gradients of its sums, which follow from `valueGradients`.
  func differentiate(_ function: any Activation, gate: Int, _ step: Int, _ block: RecurrentBlock) {
    let row = block.row(step)
    read(gate, sums, from: row, into: input, block)
    read(gate, memory.gates, from: row, into: output, block)
    read(gate, valueGradients, from: block.first, into: gradient, block)
    function.backward(
      input: Matrix(input, from: block.first), output: Matrix(output, from: block.first),
      gradient: Matrix(gradient, from: block.first), rows: block.count, on: memory.context)
    write(gate, gradient, into: memory.gates, from: row, block)
  }

  /// Copies a gate's numbers into rows of their own.
  private func read(
    _ gate: Int, _ source: Matrix, from first: Int, into strip: Matrix, _ block: RecurrentBlock
  ) {
    for sample in 0..<block.count {
      strip.row(block.first + sample).update(
        from: source.row(first + sample) + gate * memory.gateWidth, count: memory.units)
    }
  }

  /// Copies rows of their own into a gate's numbers.
  private func write(
    _ gate: Int, _ strip: Matrix, into target: Matrix, from first: Int, _ block: RecurrentBlock
  ) {
    for sample in 0..<block.count {
      (target.row(first + sample) + gate * memory.gateWidth).update(
        from: strip.row(block.first + sample), count: memory.units)
    }
  }
}
