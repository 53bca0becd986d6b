/// The computation of one step of a recurrent layer, forward and backward.
protocol RecurrentCell: AnyObject {
  /// Makes the states of a step of the sums of its inputs, which are in the memory's gates, and of the states before.
  func forward(_ step: Int, _ block: RecurrentBlock)

  /// Prepares for a backward pass from the last step on.
  func clearGradients(_ block: RecurrentBlock)

  /// Makes the gradients of the gates' sums of their values, and the gradient of the states before the step.
  ///
  /// - Parameter incoming: the gradient of the outputs of the step; `nil` where nothing reads them.
  func backward(_ step: Int, _ block: RecurrentBlock, incoming: IncomingGradient?)

  /// Computes the gradients of the recurrent kernel and of the bias from those of the sums of all steps.
  func computeGradients(rows: Int)
}

/// The gradient of the outputs of one step, from the first row of a block on.
struct IncomingGradient {
  let pointer: UnsafePointer<Float>
  /// The number of floats from one sample to the next.
  let stride: Int
}

extension RecurrentMemory {
  /// Sets the gradient from the step after to zero.
  func clear(_ matrix: Matrix, _ block: RecurrentBlock) {
    matrix.row(block.first).update(repeating: 0, count: block.count * matrix.stride)
  }

  /// Computes the gradient of the recurrent kernel, where each state meets the sums of the step after.
  ///
  /// - Parameter gradients: the gradients of the sums.
  func multiplyStates(rows: Int, gradients: Matrix) {
    guard let target = recurrentKernel.gradientPanels else { return }
    context.multiply(
      units, gradients.stride, (steps - 1) * rows, states.leftTransposed,
      Matrix(gradients, from: steps > 1 ? rows : 0).panels, target, .product)
  }

  /// Computes the gradient of a row of the bias.
  func sumGradients(rows: Int, gradients: Matrix, biasRow: Int) {
    guard let bias, let sums = bias.gradientPointer else { return }
    context.kernels.table.pointee.column_sums(
      steps * rows, gradients.stride, gradients.pointer, gradients.stride, sums + biasRow * bias.rowStride)
  }
}
