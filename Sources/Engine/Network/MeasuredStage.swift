/// An operation that has a probe, and the activation after it, for measuring the signals of a network.
struct MeasuredStage {
  /// The layer's name in the model's summary.
  let name: String
  /// The weighted sums.
  let sums: Signal
  let probe: OperationProbe
  /// `nil` where the sums are the outputs.
  private let following: (activation: any Activation, output: Signal)?
  private let context: ExecutionContext
  private let memory: FloatBuffer

  init(
    name: String, _ operation: any Operation, _ probe: OperationProbe, next: (any Operation)?,
    in network: Network
  ) {
    self.name = name
    self.probe = probe
    sums = operation.output
    following = next.flatMap { next in next.activation.map { ($0, next.output) } }
    context = network.context
    memory = FloatBuffer(count: network.capacity * sums.positions * paddedWidth(sums.columns))
  }

  var output: Signal { following?.output ?? sums }

  /// Returns the slope of the activation at each sum of the last batch, and its steepest slope; `nil` if an output
  /// depends on more than its own sum.
  func slopes(_ rows: Int) -> (matrix: Matrix, steepest: Float)? {
    let matrix = Matrix(memory, columns: sums.columns)
    memory.fill(1)
    guard let (activation, output) = following else { return (matrix, 1) }
    guard let steepest = activation.steepestSlope else { return nil }
    activation.backward(
      input: sums.value, output: output.value, gradient: matrix, rows: rows * sums.positions, on: context)
    return (matrix, steepest)
  }
}

extension Network {
  /// The operations that have probes, in order.
  var measuredStages: [MeasuredStage] {
    operations.indices.compactMap { index in
      let operation = operations[index]
      guard let probe = operation.probe,
        let block = weighted.first(where: { $0.operations.contains { $0 === operation } })
      else { return nil }
      let next = operations.indices.contains(index + 1) ? operations[index + 1] : nil
      return MeasuredStage(name: block.part.summary.name, operation, probe, next: next, in: self)
    }
  }
}
