/// What passes from one operation to the next: a batch's numbers, and the loss's gradient by them.
///
/// A sample has a shape, such as (height, width, channels). Its numbers lie in one row of `value`, as those of the
/// network's inputs do, or in a row for each position, as (rows · positions) × channels, which products read.
final class Signal {
  /// The shape of one sample.
  let shape: [Int]
  /// The number of rows of `value` for each sample: 1 where all its numbers lie in one.
  let positions: Int
  /// Not filled where the inputs are sparse.
  let value: Matrix
  /// `nil` where no gradient is wanted: in inference, and for the network's inputs.
  let gradient: Matrix?
  /// The network's inputs, where most of them are zero.
  let sparse: SparseBatch?
  private let memory: [FloatBuffer]

  /// A signal with a row for each position.
  ///
  /// - Parameters:
  ///   - rows: the most samples of a batch.
  ///   - other: a signal of the same layout whose gradient is given up when this one's has been used, so that both may
  ///     share its memory; `nil` for a gradient of its own.
  convenience init(rows: Int, shape: [Int], hasGradient: Bool, sharing other: Signal? = nil) {
    self.init(
      rows: rows, shape: shape, positions: other?.positions ?? shape.dropLast().reduce(1, *),
      hasGradient: hasGradient, sharing: other)
  }

  /// A signal without gradient whose samples have one row each.
  convenience init(inputs shape: [Int], rows: Int) {
    self.init(rows: rows, shape: shape, positions: 1, hasGradient: false, sharing: nil)
  }

  private init(rows: Int, shape: [Int], positions: Int, hasGradient: Bool, sharing other: Signal?) {
    self.shape = shape
    self.positions = positions
    let columns = shape.reduce(1, *) / positions
    let values = FloatBuffer(count: rows * positions * paddedWidth(columns))
    let gradients = FloatBuffer(count: hasGradient && other?.gradient == nil ? values.count : 0)
    value = Matrix(values, columns: columns)
    gradient = hasGradient ? other?.gradient ?? Matrix(gradients, columns: columns) : nil
    sparse = nil
    memory = [values, gradients] + (other?.memory ?? [])
  }

  init(sparse: SparseBatch, shape: [Int]) {
    self.shape = shape
    positions = 1
    let values = FloatBuffer(count: 0)
    value = Matrix(values, columns: shape.reduce(1, *))
    gradient = nil
    self.sparse = sparse
    memory = [values]
  }

  /// The same numbers under another shape of as many.
  ///
  /// - Precondition: the samples of `other` have one row each.
  init(_ other: Signal, as shape: [Int]) {
    precondition(other.positions == 1, "only what lies in one row can be read in another shape")
    self.shape = shape
    positions = 1
    value = other.value
    gradient = other.gradient
    sparse = other.sparse
    memory = other.memory
  }

  /// The numbers in each row of `value`.
  var columns: Int { value.columns }

  /// The bytes of a signal's numbers, and of its gradient where it has its own.
  static func bytes(rows: Int, positions: Int, columns: Int, hasGradient: Bool) -> Double {
    Double(rows) * Double(positions) * Double(paddedWidth(columns)) * 4 * (hasGradient ? 2 : 1)
  }
}
