import CKernels

/// An array of weights in the layout of the kernels: panels of columns, padded with zeros.
final class Parameter {
  let shape: [Int]
  private let rows: Int
  private let columns: Int
  /// The number of equal parts that the columns consist of, such as the gates of a recurrent layer.
  private let gates: Int
  /// The number of floats from one row of a panel to the next.
  let rowStride: Int
  /// The number of floats from one panel to the next.
  let panelStride: Int
  let paddedColumns: Int
  let weights: FloatBuffer
  let weightsPointer: UnsafeMutablePointer<Float>
  /// The gradient; `nil` in inference, and for numbers that are not trained.
  let gradient: FloatBuffer?
  let gradientPointer: UnsafeMutablePointer<Float>?
  private(set) var state: [FloatBuffer] = []
  /// The weights in the form that optimizers update; `nil` in inference, and for numbers that are not trained.
  private(set) var trained: TrainedArray?
  private var isTrainable = true
  private(set) var regularizer: (any Regularizer)?
  private var constraint: (rule: any Constraint, weights: ConstrainedWeights)?

  /// - Parameters:
  ///   - shape: (…, columns); all dimensions before the columns count as rows.
  ///   - gates: the number of equal parts of the columns. Each of several starts at a whole vector register.
  ///   - isRowByRow: whether each row is contiguous instead of each panel, as for several vectors in one array.
  init(shape: [Int], gates: Int = 1, isRowByRow: Bool = false, hasGradient: Bool) {
    self.shape = shape
    self.gates = gates
    columns = shape.last ?? 1
    rows = shape.dropLast().reduce(1, *)
    paddedColumns = Self.paddedColumns(columns, gates: gates)
    let panel = min(paddedColumns, Int(TB_PANEL))
    rowStride = isRowByRow ? paddedColumns : panel
    panelStride = isRowByRow ? panel : panel * rows
    weights = FloatBuffer(count: rows * paddedColumns)
    weightsPointer = weights.pointer
    gradient = hasGradient ? FloatBuffer(count: rows * paddedColumns) : nil
    gradientPointer = gradient?.pointer
    makeState(0)
  }

  /// Returns the number of floats in a row of columns that consist of equal parts.
  static func paddedColumns(_ columns: Int, gates: Int) -> Int {
    paddedWidth(gates == 1 ? columns : gates * roundedToLanes(columns / gates))
  }

  /// Returns the number of bytes of one array of a shape.
  static func bytes(shape: [Int], gates: Int = 1) -> Double {
    let rows = shape.dropLast().reduce(1.0) { $0 * Double($1) }
    return rows * Double(paddedColumns(shape.last ?? 1, gates: gates)) * 4
  }

  /// The weights in the form that kernels take.
  var panels: tb_panels { tb_panels(data: weightsPointer, row: rowStride, panel: panelStride) }

  var gradientPanels: tb_panels? {
    gradientPointer.map { tb_panels(data: $0, row: rowStride, panel: panelStride) }
  }

  /// Applies what the layer's specification says of the array.
  func follow(_ specification: VariableSpecification) {
    isTrainable = specification.isTrainable
    if !isTrainable { trained = nil }
    regularizer = specification.rules.regularizer
    constraint = specification.rules.constraint.flatMap { rule in
      trained == nil
        ? nil : (rule, ConstrainedWeights(self, shape: specification.shape, axes: rule.axes))
    }
  }

  /// Makes the weights follow their constraint.
  func constrain() {
    if let constraint { constraint.rule.apply(to: constraint.weights) }
  }

  /// A Boolean value that indicates whether a step changes the weights by their gradient alone.
  var takesPlainSteps: Bool { isTrainable && regularizer == nil && constraint == nil }

  /// Allocates the arrays of the optimizer's state, filled with zeros, if the weights are trained.
  func makeState(_ count: Int) {
    guard isTrainable, let gradientPointer else { return }
    state = (0..<count).map { _ in FloatBuffer(count: weights.count) }
    trained = TrainedArray(
      count: weights.count, weights: weightsPointer, gradient: gradientPointer,
      state: OptimizerState(state.map(\.pointer)))
  }

  /// Returns the numbers of a buffer in row order.
  func read(_ buffer: FloatBuffer) -> [Float] {
    [Float](unsafeUninitializedCapacity: rows * columns) { values, count in
      eachPlace { index, place in values[index] = buffer.pointer[place] }
      count = rows * columns
    }
  }

  /// - Parameter values: the numbers in row order.
  func write(_ values: [Float], to buffer: FloatBuffer) {
    eachPlace { index, place in buffer.pointer[place] = values[index] }
  }

  private func eachPlace(_ body: (_ index: Int, _ place: Int) -> Void) {
    let width = Int(TB_PANEL)
    let gate = columns / gates
    let padding = gates == 1 ? 0 : roundedToLanes(gate) - gate
    for row in 0..<rows {
      for column in 0..<columns {
        let padded = column + (gates == 1 ? 0 : column / gate * padding)
        body(row * columns + column, padded / width * panelStride + row * rowStride + padded % width)
      }
    }
  }
}
