extension Activation {
  /// Computes the function and its derivative number by number, as training does.
  ///
  /// - Parameter inputs: numbers that are each computed alone, so the activation must be elementwise.
  /// - Returns: one output and one derivative for each input.
  package func values(at inputs: [Float]) -> (outputs: [Float], derivatives: [Float]) {
    precondition(isElementwise, "\(name) has no derivative with respect to one number alone")
    let context = ExecutionContext(instructionSet: .standard, threads: 1)
    let buffers = (0..<3).map { _ in FloatBuffer(count: paddedWidth(inputs.count)) }
    let (input, output, gradient) = (
      Matrix(buffers[0], columns: inputs.count), Matrix(buffers[1], columns: inputs.count),
      Matrix(buffers[2], columns: inputs.count)
    )
    input.pointer.update(from: inputs, count: inputs.count)
    buffers[2].fill(1)
    return withExtendedLifetime(buffers) {
      forward(input, output, rows: 1, on: context)
      backward(input: input, output: output, gradient: gradient, rows: 1, on: context)
      return (numbers(output), numbers(gradient))
    }
  }

  private func numbers(_ row: Matrix) -> [Float] {
    Array(UnsafeBufferPointer(start: row.pointer, count: row.columns))
  }
}
