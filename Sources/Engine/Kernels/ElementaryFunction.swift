import CKernels

/// An elementary function of the engine: a fixed sequence of IEEE operations, accurate to 2 units in the last place.
package enum ElementaryFunction: Sendable {
  case exp, log, tanh, erf, sigmoid
  /// `ln(1 + eˣ)`.
  case softplus

  /// Returns the value of the function for each number.
  package func callAsFunction(
    _ inputs: [Float], on instructionSet: InstructionSet = .standard
  ) -> [Float] {
    let buffer = FloatBuffer(count: inputs.count)
    for (index, input) in inputs.enumerated() { buffer.pointer[index] = input }
    apply(to: buffer.pointer, count: buffer.count, Kernels(instructionSet))
    return Array(UnsafeBufferPointer(start: buffer.pointer, count: inputs.count))
  }

  /// Replaces numbers with the values of the function.
  ///
  /// - Parameter count: the number of numbers, a multiple of `TB_LANES`.
  func apply(to numbers: UnsafeMutablePointer<Float>, count: Int, _ kernels: Kernels) {
    let kernels = kernels.table
    switch self {
    case .exp: kernels.pointee.exp(count, numbers, numbers)
    case .log: kernels.pointee.log(count, numbers, numbers)
    case .erf: kernels.pointee.erf(count, numbers, numbers)
    case .sigmoid: kernels.pointee.sigmoid(count, numbers, numbers)
    case .tanh: kernels.pointee.tanh(count, numbers, numbers)
    case .softplus: kernels.pointee.softplus.forward(count, 0, numbers, numbers)
    }
  }
}
