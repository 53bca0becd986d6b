/// An LSTM's step with any activations, number by number.
extension LongShortTermCell {
  /// Makes the cells and states of the sums.
  func activate(_ step: Int, _ block: RecurrentBlock, with functions: GateActivations) {
    let (row, width) = (block.row(step), memory.gateWidth)
    for gate in 0..<4 {
      functions.apply(
        gate == 2 ? functions.activation : functions.recurrentActivation, gate: gate, step, block)
    }
    for sample in 0..<block.count {
      let (z, cell) = (memory.gates.row(row + sample), cells.row(row + sample))
      for unit in 0..<memory.units { cell[unit] = z[unit] * z[2 * width + unit] }
      guard step > 0 else { continue }
      let before = cells.row(block.row(step - 1) + sample)
      for unit in 0..<memory.units { cell[unit] += z[width + unit] * before[unit] }
    }
    functions.activation.forward(
      Matrix(cells, from: row), Matrix(squashed, from: row), rows: block.count, on: memory.context)
    for sample in 0..<block.count {
      let (z, output) = (memory.gates.row(row + sample) + 3 * width, squashed.row(row + sample))
      let state = memory.states.row(row + sample)
      for unit in 0..<memory.units { state[unit] = z[unit] * output[unit] }
    }
  }

  /// Makes the gradients of the sums of the gates' values.
  func differentiate(
    _ step: Int, _ block: RecurrentBlock, incoming: IncomingGradient?, with functions: GateActivations
  ) {
    let (row, width) = (block.row(step), memory.gateWidth)
    for sample in 0..<block.count {
      let (z, output) = (memory.gates.row(row + sample), squashed.row(row + sample))
      let state = memory.stateGradient.row(block.first + sample)
      incoming?.add(to: state, sample, count: memory.units)
      let by = functions.valueGradients.row(block.first + sample)
      let through = functions.gradient.row(block.first + sample)
      for unit in 0..<memory.units {
        by[3 * width + unit] = state[unit] * output[unit]
        through[unit] = state[unit] * z[3 * width + unit]
      }
    }
    functions.activation.backward(
      input: Matrix(cells, from: row), output: Matrix(squashed, from: row),
      gradient: Matrix(functions.gradient, from: block.first), rows: block.count, on: memory.context)
    for sample in 0..<block.count {
      let z = memory.gates.row(row + sample)
      let cell = cellGradient.row(block.first + sample)
      let by = functions.valueGradients.row(block.first + sample)
      let through = functions.gradient.row(block.first + sample)
      let before = step > 0 ? cells.row(block.row(step - 1) + sample) : nil
      for unit in 0..<memory.units {
        let sum = cell[unit] + through[unit]
        by[unit] = sum * z[2 * width + unit]
        by[width + unit] = sum * (before?[unit] ?? 0)
        by[2 * width + unit] = sum * z[unit]
        cell[unit] = sum * z[width + unit]
      }
    }
    for gate in 0..<4 {
      functions.differentiate(
        gate == 2 ? functions.activation : functions.recurrentActivation, gate: gate, step, block)
    }
  }
}

extension IncomingGradient {
  /// Adds the gradient of a sample.
  func add(to sum: UnsafeMutablePointer<Float>, _ sample: Int, count: Int) {
    for index in 0..<count { sum[index] += pointer[sample * stride + index] }
  }
}
