import CKernels

/// The hot loops of one instruction set.
struct Kernels {
  let table: UnsafePointer<tb_kernels>

  /// - Precondition: the processor supports the set.
  init(_ instructionSet: InstructionSet) {
    guard let table = instructionSet.kernels else {
      preconditionFailure("\(instructionSet.rawValue) kernels on a processor without them")
    }
    self.table = table
  }
}
