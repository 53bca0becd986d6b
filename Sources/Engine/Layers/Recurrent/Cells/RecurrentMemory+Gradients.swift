/// The gradients of a recurrent layer's weights, each one long product over all steps.
extension RecurrentMemory {
  /// Sets the rows of a block in a gradient to zero.
  func clear(_ matrix: Matrix, _ block: RecurrentBlock) {
    matrix.row(block.first).update(repeating: 0, count: block.count * matrix.stride)
  }

  /// Computes the gradient of the recurrent kernel, where each state meets the sums of the step after.
  ///
  /// - Parameters:
  ///   - gradients: the gradients of the sums.
  ///   - range: the gates to compute the columns of, the first included.
  func multiplyStates(rows: Int, gradients: Matrix, gates range: Range<Int>) {
    guard let target = recurrentKernel.gradientPanels else { return }
    context.multiply(
      units, columns(of: range).count, (steps - 1) * rows, states.leftTransposed,
      Matrix(gradients, from: steps > 1 ? rows : 0).panels, target, .product)
  }

  /// Computes the columns of one gate in the gradient of the recurrent kernel, whose factor is not the states.
  ///
  /// - Parameter factor: the numbers that the gate takes, in the rows of the same step.
  func multiplyCandidates(rows: Int, factor: Matrix, gate range: Range<Int>) {
    guard let target = recurrentKernel.gradientPanels else { return }
    let columns = self.columns(of: range)
    context.multiply(
      units, columns.count, steps * rows, factor.leftTransposed, columns.of(gates.panels), columns.of(target),
      .product)
  }

  /// Computes the gradient of a row of the bias.
  func sumGradients(rows: Int, gradients: Matrix, biasRow: Int) {
    guard let bias, let sums = bias.gradientPointer else { return }
    context.sumColumns(rows: steps * rows, gradients, into: sums + biasRow * bias.rowStride)
  }
}
