import CKernels

/// What operations run on: the kernels chosen, threads, and working space. Not Sendable: one network owns it.
package final class ExecutionContext {
  let kernels: Kernels
  let threads: Int
  private var logarithms = FloatBuffer(count: 128)
  private var scratch: [FloatBuffer] = [FloatBuffer(count: 0)]

  init(instructionSet: InstructionSet, threads: Int) {
    kernels = Kernels(instructionSet)
    self.threads = max(1, threads)
  }

  /// Asks for working space of so many floats, before any kernel runs.
  func reserveScratch(_ count: Int) {
    if scratch[0].count < count { scratch = [FloatBuffer(count: count)] }
  }

  /// Natural logarithms of `count` numbers, valid until the next call.
  func logarithms(_ count: Int, of number: (Int) -> Float) -> UnsafePointer<Float> {
    if logarithms.count < count { logarithms = FloatBuffer(count: count) }
    for index in 0..<count { logarithms.pointer[index] = number(index) }
    kernels.table.pointee.log(roundedToLanes(count), logarithms.pointer, logarithms.pointer)
    return UnsafePointer(logarithms.pointer)
  }

  func multiply(
    _ m: Int, _ columns: Int, _ k: Int, _ a: tb_left, _ b: tb_panels, _ c: tb_panels, _ finish: tb_finish
  ) {
    kernels.table.pointee.multiply(m, columns, k, a, b, c, finish, scratch[0].pointer)
  }

  func multiply(
    _ m: Int, _ columns: Int, _ a: tb_sparse, _ b: tb_panels, _ c: tb_panels, _ finish: tb_finish
  ) {
    kernels.table.pointee.multiply_sparse(m, columns, a, b, c, finish)
  }

  func multiplyTransposed(
    _ m: Int, _ columns: Int, _ a: tb_sparse, _ b: Matrix, _ c: tb_panels, _ scale: Float
  ) {
    kernels.table.pointee.multiply_sparse_transposed(
      m, columns, a, b.pointer, b.stride, c, scale, scratch[0].pointer)
  }
}
