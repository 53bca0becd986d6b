import CKernels
import Options

/// `f(x) = eˣ`.
package struct Exponential: ElementwiseActivation {
  package static let name = "exponential"
  package static let abstract = "Raises e to each number, which makes it positive."

  package init() {}
  package init(_ options: inout OptionReader) {}

  /// The derivative grows without bound.
  package var steepestSlope: Float? { nil }

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.exponential }
}
