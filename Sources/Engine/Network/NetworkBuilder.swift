/// A network under construction, to which layers append their operations.
package struct NetworkBuilder {
  /// The largest number of rows in a batch.
  let capacity: Int
  let isTraining: Bool
  let context: ExecutionContext
  /// The penalties on outputs so far.
  let penalties: ActivityPenalties
  /// The index of the layer whose operations are appended.
  var layer = 0
  /// A Boolean value that indicates whether the weights of the operations to come are not trained.
  private var isFrozen = false
  private(set) var operations: [any Operation] = []
  private(set) var output: Signal

  init(
    input: Signal, capacity: Int, isTraining: Bool, context: ExecutionContext,
    penalties: ActivityPenalties = ActivityPenalties()
  ) {
    self.penalties = penalties
    self.capacity = capacity
    self.isTraining = isTraining
    self.context = context
    output = input
  }

  /// A network for a part of an operation, such as a branch.
  init(within site: Site, input: Signal, capacity: Int) {
    self.init(
      input: input, capacity: capacity, isTraining: site.isTraining, context: site.context,
      penalties: site.penalties)
    layer = site.layer
    isFrozen = site.isFrozen
  }

  /// The input and the surroundings of the next operation.
  struct Site {
    let input: Signal
    let capacity: Int
    let isTraining: Bool
    let context: ExecutionContext
    /// The index of the layer in its model, by which a pass keys the layer's random numbers.
    let layer: Int
    /// A Boolean value that indicates whether the operation's weights are not trained.
    let isFrozen: Bool
    /// The penalties on outputs in the whole network.
    let penalties: ActivityPenalties

    /// A Boolean value that indicates whether the operation computes gradients of its weights.
    var trainsWeights: Bool { isTraining && !isFrozen }

    func makeOutput(shape: [Int]) -> Signal {
      Signal(rows: capacity, shape: shape, hasGradient: isTraining)
    }

    /// Returns an output of the input's shape, for operations that compute the input's gradient in place.
    func makeOutputSharingGradient() -> Signal {
      Signal(rows: capacity, shape: input.shape, hasGradient: isTraining, sharing: input)
    }
  }

  mutating func append(_ make: (Site) -> any Operation) {
    let operation = make(
      Site(
        input: output, capacity: capacity, isTraining: isTraining, context: context, layer: layer,
        isFrozen: isFrozen, penalties: penalties))
    output = operation.output
    operations.append(operation)
  }

  /// Appends operations whose weights are not trained.
  mutating func freeze(_ build: (inout NetworkBuilder) -> Void) {
    let wasFrozen = isFrozen
    isFrozen = true
    build(&self)
    isFrozen = wasFrozen
  }

  /// Penalizes the outputs so far.
  mutating func penalize(by regularizer: (any Regularizer)?) {
    guard let regularizer else { return }
    append { site in
      let penalty = ActivityPenalty(site, regularizer)
      site.penalties.append(penalty)
      return penalty
    }
  }

  /// Gives each position of the samples a row of its own.
  mutating func spread() {
    if output.positions != output.shape.dropLast().reduce(1, *) { append { SpreadOperation($0) } }
  }

  /// Turns each sample into one row of numbers.
  mutating func flatten() {
    if output.positions > 1 {
      append { FlattenOperation($0) }
    } else {
      output = Signal(output, as: [output.shape.reduce(1, *)])
    }
  }

  /// Gives each sample another shape of the same size.
  mutating func reshape(to shape: [Int]) {
    if output.shape == shape { return }
    flatten()
    output = Signal(output, as: shape)
  }
}
