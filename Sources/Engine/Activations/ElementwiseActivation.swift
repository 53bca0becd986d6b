import CKernels

/// An activation that a pair of kernels computes number by number.
protocol ElementwiseActivation: Activation {
  /// The option of the kernels, if they have one.
  var kernelOption: Float { get }

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation
}

extension ElementwiseActivation {
  var kernelOption: Float { 0 }

  package func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext) {
    Self.kernels(engine.kernels.table).forward(
      rows * input.stride, kernelOption, input.pointer, output.pointer)
  }

  package func backward(
    input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext
  ) {
    Self.kernels(engine.kernels.table).backward(
      rows * input.stride, kernelOption, input.pointer, gradient.pointer)
  }
}
