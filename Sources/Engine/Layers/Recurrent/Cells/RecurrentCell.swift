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
