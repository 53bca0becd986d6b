import CKernels
import Options

/// `f(x) = min(max(x, 0), 6)`.
package struct Relu6: ElementwiseActivation {
  package static let name = "relu6"
  package static let abstract = "Keeps numbers from 0 to 6, and takes the nearer end for all others."

  package init() {}
  package init(_ options: inout OptionReader) {}

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.relu6 }
}
