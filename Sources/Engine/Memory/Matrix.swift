import CKernels

/// Rows of numbers in a buffer that another owns: each row starts on a 64-byte boundary and is padded with
/// numbers that nothing reads as inputs.
package struct Matrix {
  package let pointer: UnsafeMutablePointer<Float>
  package let columns: Int
  /// Floats from one row to the next.
  package let stride: Int

  /// - Parameter buffer: at least as long as all rows with their padding; it must outlive the matrix.
  init(_ buffer: FloatBuffer, columns: Int) {
    pointer = buffer.pointer
    self.columns = columns
    stride = paddedWidth(columns)
  }

  package func row(_ index: Int) -> UnsafeMutablePointer<Float> { pointer + index * stride }

  /// As the left factor of a product.
  var left: tb_left { tb_left(data: pointer, row: stride, column: 1) }

  /// Turned at its diagonal, as the left factor of a product.
  var leftTransposed: tb_left { tb_left(data: pointer, row: 1, column: stride) }

  /// As a right factor or a result: panels lie side by side in each row.
  var panels: tb_panels { tb_panels(data: pointer, row: stride, panel: Int(TB_PANEL)) }
}
