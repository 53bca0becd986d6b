/// Puts a network together, operation by operation.
package struct NetworkBuilder {
  /// The most rows of a batch.
  let capacity: Int
  let isTraining: Bool
  let context: ExecutionContext
  private(set) var operations: [any Operation] = []
  private(set) var output: Signal

  init(input: Signal, capacity: Int, isTraining: Bool, context: ExecutionContext) {
    self.capacity = capacity
    self.isTraining = isTraining
    self.context = context
    output = input
  }

  /// Where the next operation stands.
  struct Site {
    let input: Signal
    let capacity: Int
    let isTraining: Bool
    let context: ExecutionContext

    func makeOutput(columns: Int) -> Signal {
      Signal(rows: capacity, columns: columns, hasGradient: isTraining)
    }

    /// An output of the input's shape, for operations that turn one gradient into the other in place.
    func makeOutputSharingGradient() -> Signal {
      Signal(rows: capacity, columns: input.columns, hasGradient: isTraining, sharing: input)
    }
  }

  mutating func append(_ make: (Site) -> any Operation) {
    let operation = make(
      Site(input: output, capacity: capacity, isTraining: isTraining, context: context))
    output = operation.output
    operations.append(operation)
  }
}
