import CKernels

/// The weights of a recurrent layer and the numbers that it keeps of each batch.
///
/// The arrays of a batch have one row for each step and sample, `step · rows + row`, so that the samples of a step are
/// side by side, and the sums over a batch run in ascending order of the step, then of the sample.
final class RecurrentMemory {
  let steps: Int
  let units: Int
  /// The number of gates, each with its own columns of the kernels.
  let gateCount: Int
  let context: ExecutionContext
  let kernel: Parameter
  let recurrentKernel: Parameter
  let bias: Parameter?
  /// The inputs; in a backward pass, after the gradients of the weights, the gradient of the inputs.
  let inputs: Matrix
  /// The sums of the gates; then their values; in a backward pass the gradients of the sums.
  let gates: Matrix
  let states: Matrix
  /// The gradient of the states of one step that comes from the step after: one row for each sample.
  let stateGradient: Matrix
  /// The transposed recurrent kernel, for the gradient of the states; one row for each column with its padding.
  private let transposed: Parameter?
  private let buffers: [FloatBuffer]

  /// The numbers that determine the sizes of a layer's arrays.
  struct Size {
    let steps: Int
    let features: Int
    let units: Int
    let gates: Int
    let usesBias: Bool
    /// The number of rows of the bias: one, or two where the states have one of their own.
    var biasRows = 1

    var kernel: [Int] { [features, gates * units] }
    var recurrentKernel: [Int] { [units, gates * units] }
    var bias: [Int] { biasRows == 1 ? [gates * units] : [biasRows, gates * units] }
    /// The number of columns of the kernels with their padding.
    var gateColumns: Int { Parameter.paddedColumns(gates * units, gates: gates) }
  }

  init(_ site: NetworkBuilder.Site, _ size: Size) {
    (steps, units, gateCount, context) = (size.steps, size.units, size.gates, site.context)
    func parameter(_ shape: [Int], isRowByRow: Bool = false) -> Parameter {
      Parameter(shape: shape, gates: size.gates, isRowByRow: isRowByRow, hasGradient: site.trainsWeights)
    }
    kernel = parameter(size.kernel)
    recurrentKernel = parameter(size.recurrentKernel)
    bias = size.usesBias ? parameter(size.bias, isRowByRow: true) : nil
    transposed =
      site.isTraining ? Parameter(shape: [size.gateColumns, units], hasGradient: false) : nil
    let rows = size.steps * site.capacity
    func buffer(_ rows: Int, _ columns: Int) -> FloatBuffer {
      FloatBuffer(count: rows * paddedWidth(columns))
    }
    buffers = [
      buffer(rows, size.features), buffer(rows, size.gateColumns), buffer(rows, units),
      buffer(site.isTraining ? site.capacity : 0, units),
    ]
    inputs = Matrix(buffers[0], columns: size.features)
    gates = Matrix(buffers[1], columns: size.gateColumns)
    states = Matrix(buffers[2], columns: units)
    stateGradient = Matrix(buffers[3], columns: units)
    context.reserveScratch(max(rows, size.features, size.gateColumns) * Int(TB_PANEL))
  }

  /// Adds the memory that the initializer will allocate.
  static func addMemory(to memory: inout NetworkMemory, _ size: Size) {
    memory.addParameter(shape: size.kernel, gates: size.gates)
    memory.addParameter(shape: size.recurrentKernel, gates: size.gates)
    if size.usesBias { memory.addParameter(shape: size.bias, gates: size.gates) }
    if memory.isTraining { memory.addCopy(shape: [size.gateColumns, size.units]) }
    for columns in [size.features, size.gateColumns, size.units] {
      memory.addBuffer(positions: size.steps, width: paddedWidth(columns))
    }
    if memory.isTraining { memory.addBuffer(positions: 1, width: paddedWidth(size.units)) }
    let rows = Double(size.steps) * Double(memory.rows)
    memory.addScratch(max(rows, Double(max(size.features, size.gateColumns))) * Double(TB_PANEL))
  }

  /// The floats of one gate in each row of `gates`.
  var gateWidth: Int { roundedToLanes(units) }

  /// Returns a row of the bias.
  func biasRow(_ row: Int) -> UnsafePointer<Float>? {
    bias.map { UnsafePointer($0.weightsPointer + row * $0.rowStride) }
  }

  /// Updates the transposed recurrent kernel.
  func parametersChanged() {
    guard let transposed else { return }
    context.kernels.table.pointee.transpose(units, gates.columns, recurrentKernel.panels, transposed.panels)
  }

  /// Makes the sums of the gates the product of the inputs.
  func multiplyInputs(_ step: Int, _ block: RecurrentBlock) {
    let row = block.row(step)
    block.multiply(
      Matrix(inputs, from: row), kernel.panels, Matrix(gates, from: row).panels, columns: gates.stride,
      tb_finish(bias: biasRow(0), scale: 0), on: context)
  }

  /// Adds the product of the states before a step to the sums of some gates.
  ///
  /// - Parameter factor: the states, or what the gates take in their place, in the rows of the step before or of this
  ///   one.
  func addRecurrentProduct(
    of factor: Matrix, _ step: Int, gates range: Range<Int>, _ block: RecurrentBlock
  ) {
    let columns = self.columns(of: range)
    let target = Matrix(gates, from: block.row(step))
    block.multiply(
      factor, columns.of(recurrentKernel.panels), columns.of(target.panels), columns: columns.count,
      tb_finish(bias: nil, scale: 1), on: context)
  }

  /// Makes a gradient of states the product of the gradients of some gates' sums, or adds it.
  ///
  /// - Parameters:
  ///   - gradients: the gradients of the sums of all gates, from the first row of the block on.
  func multiplyBack(
    _ gradients: Matrix, gates range: Range<Int>, into target: Matrix, adding: Bool, _ block: RecurrentBlock
  ) {
    guard let transposed else { return }
    let columns = self.columns(of: range)
    let factor = transposed.panels
    block.multiply(
      gradients, from: columns.first, count: range.count * gateWidth,
      tb_panels(data: factor.data + columns.first * factor.row, row: factor.row, panel: factor.panel),
      target.panels, columns: target.stride, tb_finish(bias: nil, scale: adding ? 1 : 0), on: context)
  }

  /// Returns the columns of some gates, and of the padding after the last.
  func columns(of range: Range<Int>) -> GateColumns {
    let first = range.lowerBound * gateWidth
    return GateColumns(
      first: first,
      count: (range.upperBound == gateCount ? gates.stride : range.upperBound * gateWidth) - first)
  }
}

/// A range of the gates' columns that starts at a whole panel.
struct GateColumns {
  let first: Int
  let count: Int

  func of(_ panels: tb_panels) -> tb_panels {
    tb_panels(
      data: panels.data + first / Int(TB_PANEL) * panels.panel, row: panels.row, panel: panels.panel)
  }
}
