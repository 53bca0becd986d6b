import CKernels

/// A recurrent layer: a cell that is taken through the steps of each sample, forward and then backward.
///
/// Threads split the samples of a batch for the steps, and the columns of the kernels for their gradients, so that none
/// waits for another between two steps.
final class RecurrentOperation: Operation {
  let output: Signal
  let parameters: [Parameter]
  private let source: Signal
  private let memory: RecurrentMemory
  private let cell: any RecurrentCell
  private let order: StepOrder
  /// The transposed kernel, for the gradient of the inputs; one row for each column with its padding.
  private let transposed: Parameter?

  init(
    _ site: NetworkBuilder.Site, _ size: RecurrentMemory.Size, _ order: StepOrder,
    cell: (RecurrentMemory) -> any RecurrentCell
  ) {
    self.order = order
    source = site.input
    output = site.makeOutput(shape: order.outputShape(steps: size.steps, units: size.units))
    memory = RecurrentMemory(site, size)
    self.cell = cell(memory)
    parameters = [memory.kernel, memory.recurrentKernel] + (memory.bias.map { [$0] } ?? [])
    transposed =
      source.gradient == nil
      ? nil : Parameter(shape: [size.gateColumns, size.features], hasGradient: false)
  }

  /// Adds the memory that the initializer will allocate, without that of the cell.
  static func addMemory(to memory: inout NetworkMemory, _ size: RecurrentMemory.Size, _ order: StepOrder) {
    RecurrentMemory.addMemory(to: &memory, size)
    if memory.needsInputGradient { memory.addCopy(shape: [size.gateColumns, size.features]) }
    memory.addOutput(shape: order.outputShape(steps: size.steps, units: size.units))
  }

  func forward(rows: Int, in pass: Pass) {
    memory.context.split(rows: rows, work: work(rows)) { part, scratch in
      RecurrentBlock.each(of: part, batch: rows, scratch) { block in
        for step in 0..<memory.steps {
          readInputs(step, block)
          memory.multiplyInputs(step, block)
          cell.forward(step, block)
          writeOutputs(step, block)
        }
      }
    }
  }

  func backward(rows: Int, in pass: Pass) {
    guard let gradient = output.gradient else { return }
    memory.context.split(rows: rows, work: work(rows)) { part, scratch in
      RecurrentBlock.each(of: part, batch: rows, scratch) { block in
        cell.clearGradients(block)
        for step in (0..<memory.steps).reversed() {
          let incoming = outputPosition(step).map { position in
            IncomingGradient(
              pointer: gradient.row(block.first * output.positions + position),
              stride: output.positions * gradient.stride)
          }
          cell.backward(step, block, incoming: incoming)
        }
      }
    }
    if let product = memory.kernel.gradientPanels {
      memory.context.multiply(
        memory.inputs.columns, memory.gates.stride, memory.steps * rows, memory.inputs.leftTransposed,
        memory.gates.panels, product, .product)
      cell.computeGradients(rows: rows)
    }
    computeInputGradient(rows)
  }

  func parametersChanged() {
    memory.parametersChanged()
    guard let transposed else { return }
    memory.context.kernels.table.pointee.transpose(
      memory.inputs.columns, memory.gates.columns, memory.kernel.panels, transposed.panels)
  }

  /// The number of multiplications in a pass.
  private func work(_ rows: Int) -> Double {
    Double(rows * memory.steps) * Double(memory.gates.stride) * Double(memory.inputs.columns + memory.units)
  }

  /// Returns the position of a step's states in the output; `nil` if they are not in it.
  private func outputPosition(_ step: Int) -> Int? {
    guard order.returnsSequences else { return step == memory.steps - 1 ? 0 : nil }
    return order.reversesOutputs ? memory.steps - 1 - step : step
  }

  private func readInputs(_ step: Int, _ block: RecurrentBlock) {
    let position = order.goesBackwards ? memory.steps - 1 - step : step
    for sample in 0..<block.count {
      memory.inputs.row(block.row(step) + sample).update(
        from: source.value.pointer + source.offset(ofRow: block.first + sample, position),
        count: memory.inputs.columns)
    }
  }

  private func writeOutputs(_ step: Int, _ block: RecurrentBlock) {
    guard let position = outputPosition(step) else { return }
    for sample in 0..<block.count {
      output.value.row((block.first + sample) * output.positions + position).update(
        from: memory.states.row(block.row(step) + sample), count: memory.units)
    }
  }

  /// Computes the gradient of the inputs in their own place, which is no longer needed, and hands it on.
  private func computeInputGradient(_ rows: Int) {
    guard let target = source.gradient, let transposed else { return }
    let (inputs, gates) = (memory.inputs, memory.gates)
    let kernels = memory.context.kernels.table
    memory.context.split(rows: memory.steps * rows, work: work(rows)) { part, scratch in
      kernels.pointee.multiply(
        part.count, inputs.stride, gates.columns, Matrix(gates, from: part.lowerBound).left,
        transposed.panels, Matrix(inputs, from: part.lowerBound).panels, .product, scratch)
      for row in part {
        let step = row / rows
        let position = order.goesBackwards ? memory.steps - 1 - step : step
        (target.pointer + source.offset(ofRow: row % rows, position)).update(
          from: inputs.row(row), count: inputs.columns)
      }
    }
  }
}

/// The order in which a recurrent layer takes the steps, and the steps that it returns.
struct StepOrder {
  var goesBackwards = false
  var returnsSequences = false
  /// A Boolean value that indicates whether the outputs are in the reverse order of the computation.
  var reversesOutputs = false

  func outputShape(steps: Int, units: Int) -> [Int] { returnsSequences ? [steps, units] : [units] }
}
