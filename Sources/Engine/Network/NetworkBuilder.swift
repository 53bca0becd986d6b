/// Puts a network together, operation by operation.
package struct NetworkBuilder {
  /// The most rows of a batch.
  let capacity: Int
  let isTraining: Bool
  let context: ExecutionContext
  /// The index of the layer whose operations are appended.
  var layer = 0
  private(set) var operations: [any Operation] = []
  private(set) var output: Signal

  init(input: Signal, capacity: Int, isTraining: Bool, context: ExecutionContext) {
    self.capacity = capacity
    self.isTraining = isTraining
    self.context = context
    output = input
  }

  /// The place of the next operation.
  struct Site {
    let input: Signal
    let capacity: Int
    let isTraining: Bool
    let context: ExecutionContext
    /// The index of the layer in its model, by which a pass keys the layer's random numbers.
    let layer: Int

    func makeOutput(shape: [Int]) -> Signal {
      Signal(rows: capacity, shape: shape, hasGradient: isTraining)
    }

    /// An output of the input's shape, for operations that turn one gradient into the other in place.
    func makeOutputSharingGradient() -> Signal {
      Signal(rows: capacity, shape: input.shape, hasGradient: isTraining, sharing: input)
    }
  }

  mutating func append(_ make: (Site) -> any Operation) {
    let operation = make(
      Site(input: output, capacity: capacity, isTraining: isTraining, context: context, layer: layer))
    output = operation.output
    operations.append(operation)
  }

  /// Makes one row of numbers of each sample.
  mutating func flatten() {
    if output.positions > 1 {
      append { FlattenOperation($0) }
    } else {
      output = Signal(output, as: [output.shape.reduce(1, *)])
    }
  }
}
