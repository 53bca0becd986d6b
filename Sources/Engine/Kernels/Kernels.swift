import CKernels

/// The kernels of one instruction set.
struct Kernels {
  let table: UnsafePointer<tb_kernels>

  /// - Precondition: The processor supports the instruction set.
  init(_ instructionSet: InstructionSet) {
    guard let table = instructionSet.kernels else {
      preconditionFailure("\(instructionSet.rawValue) kernels on a processor without them")
    }
    self.table = table
  }
}
