import CKernels

/// A matrix in a buffer that it does not own. Each row is aligned to 64 bytes and padded with numbers that no
/// computation reads.
package struct Matrix {
  package let pointer: UnsafeMutablePointer<Float>
  package let columns: Int
  /// The number of floats from one row to the next.
  package let stride: Int

  /// - Parameter buffer: a buffer that holds all rows with their padding, and that must outlive the matrix.
  init(_ buffer: FloatBuffer, columns: Int) {
    pointer = buffer.pointer
    self.columns = columns
    stride = paddedWidth(columns)
  }

  /// Rows of a matrix, from one on.
  init(_ matrix: Matrix, from row: Int) {
    pointer = matrix.row(row)
    columns = matrix.columns
    stride = matrix.stride
  }

  package func row(_ index: Int) -> UnsafeMutablePointer<Float> { pointer + index * stride }

  /// The matrix as the left factor of a product.
  var left: tb_left { tb_left(data: pointer, row: stride, column: 1) }

  /// The transposed matrix as the left factor of a product.
  var leftTransposed: tb_left { tb_left(data: pointer, row: 1, column: stride) }

  /// The matrix as a right factor or a result; its panels are side by side in each row.
  var panels: tb_panels { tb_panels(data: pointer, row: stride, panel: Int(TB_PANEL)) }
}
