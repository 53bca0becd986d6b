import CKernels

/// Some samples of a batch that one thread takes through all steps while their numbers are in its cache.
struct RecurrentBlock {
  let first: Int
  let count: Int
  /// The number of samples in the batch.
  let batch: Int
  let scratch: UnsafeMutablePointer<Float>

  /// The most samples in a block; no result depends on it.
  private static let most = 64

  /// Calls `body` with the blocks of some rows of a batch.
  static func each(
    of rows: Range<Int>, batch: Int, _ scratch: UnsafeMutablePointer<Float>, _ body: (RecurrentBlock) -> Void
  ) {
    let count = (rows.count + most - 1) / most
    for index in 0..<count {
      let first = rows.lowerBound + rows.count * index / count
      let end = rows.lowerBound + rows.count * (index + 1) / count
      body(RecurrentBlock(first: first, count: end - first, batch: batch, scratch: scratch))
    }
  }

  /// Returns the first row of the block in an array with a row for each step and sample.
  func row(_ step: Int) -> Int { step * batch + first }

  /// Computes `target = factor · weights` for the rows of the block.
  func multiply(
    _ factor: Matrix, _ weights: tb_panels, _ target: tb_panels, columns: Int, _ finish: tb_finish,
    on context: ExecutionContext
  ) {
    multiply(
      factor, from: 0, count: factor.columns, weights, target, columns: columns, finish, on: context)
  }

  /// - Parameters:
  ///   - first: the first column of the factor that counts.
  ///   - inner: the number of its columns that count.
  func multiply(
    _ factor: Matrix, from first: Int, count inner: Int, _ weights: tb_panels, _ target: tb_panels,
    columns: Int, _ finish: tb_finish, on context: ExecutionContext
  ) {
    let left = tb_left(data: factor.pointer + first, row: factor.stride, column: 1)
    context.kernels.table.pointee.multiply(
      count, columns, inner, left, weights, target, finish, scratch)
  }
}
