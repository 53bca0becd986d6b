import CKernels

/// An array of weights in the layout of the kernels: panels of columns, padded with zeros.
final class Parameter {
  let shape: [Int]
  private let rows: Int
  private let columns: Int
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

  /// - Parameter shape: (…, columns); all dimensions before the columns count as rows.
  init(shape: [Int], hasGradient: Bool) {
    self.shape = shape
    columns = shape.last ?? 1
    rows = shape.dropLast().reduce(1, *)
    paddedColumns = paddedWidth(columns)
    rowStride = min(paddedColumns, Int(TB_PANEL))
    panelStride = rowStride * rows
    let panels = paddedColumns / rowStride
    weights = FloatBuffer(count: panels * panelStride)
    weightsPointer = weights.pointer
    gradient = hasGradient ? FloatBuffer(count: panels * panelStride) : nil
    gradientPointer = gradient?.pointer
    makeState(0)
  }

  /// Returns the number of bytes of one array of a shape.
  static func bytes(shape: [Int]) -> Double {
    let rows = shape.dropLast().reduce(1.0) { $0 * Double($1) }
    return rows * Double(paddedWidth(shape.last ?? 1)) * 4
  }

  /// The weights in the form that kernels take.
  var panels: tb_panels { tb_panels(data: weightsPointer, row: rowStride, panel: panelStride) }

  var gradientPanels: tb_panels? {
    gradientPointer.map { tb_panels(data: $0, row: rowStride, panel: panelStride) }
  }

  /// Allocates the arrays of the optimizer's state, filled with zeros, if the weights are trained.
  func makeState(_ count: Int) {
    guard let gradientPointer else { return }
    state = (0..<count).map { _ in FloatBuffer(count: weights.count) }
    trained = TrainedArray(
      count: weights.count, weights: weightsPointer, gradient: gradientPointer, state: state.map(\.pointer))
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
    for row in 0..<rows {
      for column in 0..<columns {
        body(row * columns + column, column / width * panelStride + row * rowStride + column % width)
      }
    }
  }
}
