/// The output of an operation and the input of the next one: the numbers of a batch, and the gradient of the loss
/// with respect to them.
///
/// A sample has a shape, such as (height, width, channels). Its numbers are one row of `value`, as in the inputs of
/// the network, or one row for each position: (rows · positions) × channels, the form that matrix products read.
final class Signal {
  /// The shape of one sample.
  let shape: [Int]
  /// The number of rows of `value` for each sample; 1 if a sample is a single row.
  let positions: Int
  /// The numbers; not filled if the inputs are sparse.
  let value: Matrix
  /// The gradient; `nil` in inference, and for the inputs of the network.
  let gradient: Matrix?
  /// The inputs of the network in sparse form, if most of them are zero.
  let sparse: SparseBatch?
  private let memory: [FloatBuffer]

  /// A signal with a row for each position.
  ///
  /// - Parameters:
  ///   - rows: the largest number of samples in a batch.
  ///   - other: a signal of the same layout whose gradient is computed from this one's in place, so that both share
  ///     its memory; `nil` for a gradient of its own.
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

  /// Creates a signal that shares the numbers of another one and has another shape of the same size.
  ///
  /// - Precondition: the samples of `other` have one row each.
  init(_ other: Signal, as shape: [Int]) {
    precondition(other.positions == 1, "only samples of a single row can be reshaped")
    self.shape = shape
    positions = 1
    value = other.value
    gradient = other.gradient
    sparse = other.sparse
    memory = other.memory
  }

  /// Creates a signal that shares the rows and the gradient of another one, as samples of another shape and number.
  init(rowsOf other: Signal, shape: [Int], positions: Int) {
    self.shape = shape
    self.positions = positions
    value = other.value
    gradient = other.gradient
    sparse = nil
    memory = other.memory
  }

  /// Creates a signal that shares the numbers of another one and has a gradient of its own, if the other one has one.
  ///
  /// - Parameter rows: the largest number of samples in a batch.
  init(branchOf other: Signal, rows: Int) {
    shape = other.shape
    positions = other.positions
    value = other.value
    let gradients = FloatBuffer(count: other.gradient == nil ? 0 : rows * positions * value.stride)
    gradient = other.gradient.map { Matrix(gradients, columns: $0.columns) }
    sparse = other.sparse
    memory = other.memory + [gradients]
  }

  /// Returns the place of the first number at a position of a sample's first dimension, such as a step, in floats from
  /// the start of `value` or of `gradient`.
  func offset(ofRow row: Int, _ position: Int) -> Int {
    if positions == 1 { return row * value.stride + position * (columns / max(1, shape[0])) }
    return (row * positions + position * (positions / max(1, shape[0]))) * value.stride
  }

  /// The numbers in each row of `value`.
  var columns: Int { value.columns }

  /// The number of floats from one position of a sample to the next.
  var position: Int { positions == 1 ? shape.last ?? 1 : value.stride }

  /// Returns the number of bytes of a signal: its numbers, and its gradient if it has its own.
  static func bytes(rows: Int, positions: Int, columns: Int, hasGradient: Bool) -> Double {
    Double(rows) * Double(positions) * Double(paddedWidth(columns)) * 4 * (hasGradient ? 2 : 1)
  }
}
