import CKernels
import Options

/// `f(x) = x / 6 + 1/2`, cut off at 0 and 1.
package struct HardSigmoid: ElementwiseActivation {
  package static let name = "hard_sigmoid"
  package static let abstract = "Sigmoid made of three straight lines."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var steepestSlope: Float? { 1 / 6 }

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.hard_sigmoid }
}
