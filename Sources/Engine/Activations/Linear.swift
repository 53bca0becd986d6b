import Options

/// `f(x) = x`.
package struct Linear: Activation {
  package static let name = "linear"
  package static let abstract = "Leaves numbers as they are."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var isIdentity: Bool { true }

  package func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext) {
    output.pointer.update(from: input.pointer, count: rows * input.stride)
  }

  package func backward(
    input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext
  ) {}
}
