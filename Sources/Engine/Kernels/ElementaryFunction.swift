import CKernels

/// An elementary function of the engine: a fixed sequence of IEEE operations, accurate to 2 units in the last place.
package enum ElementaryFunction: Sendable {
  case exp, log, tanh, erf, sigmoid

  /// Returns the value of the function for each number.
  package func callAsFunction(
    _ inputs: [Float], on instructionSet: InstructionSet = .standard
  ) -> [Float] {
    let kernels = Kernels(instructionSet).table.pointee
    let buffer = FloatBuffer(count: inputs.count)
    for (index, input) in inputs.enumerated() { buffer.pointer[index] = input }
    switch self {
    case .exp: kernels.exp(buffer.count, buffer.pointer, buffer.pointer)
    case .log: kernels.log(buffer.count, buffer.pointer, buffer.pointer)
    case .erf: kernels.erf(buffer.count, buffer.pointer, buffer.pointer)
    case .sigmoid: kernels.sigmoid(buffer.count, buffer.pointer, buffer.pointer)
    case .tanh: kernels.tanh(buffer.count, buffer.pointer, buffer.pointer)
    }
    return Array(UnsafeBufferPointer(start: buffer.pointer, count: inputs.count))
  }
}
