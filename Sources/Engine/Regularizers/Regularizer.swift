import CKernels
import Options

/// A penalty on the size of numbers x, which training adds to the loss: `l1 · Σ|x| + l2 · Σx²`.
package protocol Regularizer: Configurable {
  /// The penalty of each unit of magnitude.
  var l1: Double { get }
  /// The penalty of each unit squared.
  var l2: Double { get }
}

extension Regularizer {
  package var l1: Double { 0 }
  package var l2: Double { 0 }

  /// Returns the penalty of an array: sums of type `Double` in the order of `sum_of_squares`.
  ///
  /// - Parameter count: a multiple of a vector register's floats.
  func penalty(of numbers: UnsafePointer<Float>, count: Int, on context: ExecutionContext) -> Double {
    let kernels = context.kernels.table
    var penalty = 0.0
    if l1 != 0 { penalty += l1 * kernels.pointee.sum_of_magnitudes(count, numbers) }
    if l2 != 0 { penalty += l2 * kernels.pointee.sum_of_squares(count, numbers) }
    return penalty
  }

  /// Adds the gradient of an array's penalty, `l1 · sign(x) + 2 · l2 · x`.
  func addGradient(
    of numbers: UnsafePointer<Float>, count: Int, to gradient: UnsafeMutablePointer<Float>,
    on context: ExecutionContext
  ) {
    let kernels = context.kernels.table
    if l1 != 0 { kernels.pointee.add_signs(count, Float(l1), numbers, gradient) }
    if l2 != 0 { kernels.pointee.add_scaled(count, Float(2 * l2), numbers, gradient) }
  }
}
