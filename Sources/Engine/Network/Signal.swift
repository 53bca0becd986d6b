/// What passes from one operation to the next: a batch's numbers, and the loss's gradient by them.
final class Signal {
  let columns: Int
  /// Not filled where the inputs are sparse.
  let value: Matrix
  /// `nil` where no gradient is wanted: in inference, and for the network's inputs.
  let gradient: Matrix?
  /// The network's inputs, where most of them are zero.
  let sparse: SparseBatch?
  private let memory: [FloatBuffer]

  /// - Parameter gradient: a signal whose gradient is given up when this one's has been used, so that both
  ///   may share its memory; `nil` for a gradient of its own.
  init(rows: Int, columns: Int, hasGradient: Bool, sharing other: Signal? = nil) {
    self.columns = columns
    let values = FloatBuffer(count: rows * paddedWidth(columns))
    let gradients = FloatBuffer(count: hasGradient && other?.gradient == nil ? values.count : 0)
    value = Matrix(values, columns: columns)
    gradient = hasGradient ? other?.gradient ?? Matrix(gradients, columns: columns) : nil
    sparse = nil
    memory = [values, gradients] + (other?.memory ?? [])
  }

  /// The bytes of a signal's numbers, and of its gradient where it has its own.
  static func bytes(rows: Int, columns: Int, hasGradient: Bool) -> Double {
    Double(rows) * Double(paddedWidth(columns)) * 4 * (hasGradient ? 2 : 1)
  }

  init(sparse: SparseBatch, columns: Int) {
    self.columns = columns
    let values = FloatBuffer(count: 0)
    value = Matrix(values, columns: columns)
    gradient = nil
    self.sparse = sparse
    memory = [values]
  }
}
