/// Operations that are applied to each step of a sample as if it were a sample of its own.
final class EachStepOperation: Operation {
  let output: Signal
  let parameters: [Parameter]
  private let chain: OperationChain
  private let steps: Int

  /// - Parameter build: appends the operations for one step. The input has a row for each position.
  init(_ site: NetworkBuilder.Site, _ build: (inout NetworkBuilder) -> Void) {
    let source = site.input
    steps = source.shape[0]
    var builder = NetworkBuilder(
      within: site,
      input: Signal(
        rowsOf: source, shape: Array(source.shape.dropFirst()), positions: source.positions / steps),
      capacity: site.capacity * steps)
    build(&builder)
    builder.spread()
    chain = OperationChain(builder.operations)
    parameters = chain.operations.flatMap(\.parameters)
    output = Signal(
      rowsOf: builder.output, shape: [steps] + builder.output.shape,
      positions: steps * builder.output.positions)
  }

  func forward(rows: Int, in pass: Pass) {
    chain.forward(rows: rows * steps, in: pass)
  }

  func backward(rows: Int, in pass: Pass) {
    chain.backward(rows: rows * steps, in: pass)
  }

  func parametersChanged() {
    chain.parametersChanged()
  }
}
