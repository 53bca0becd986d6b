import CKernels

/// The bytes of memory that a network takes, added up from its layers' specifications before anything is allocated.
///
/// Sums are in Double, whose products of sizes cannot overflow.
package struct NetworkMemory: Sendable, Hashable {
  /// The most rows of a batch.
  let rows: Int
  let isTraining: Bool
  /// The arrays of state that the optimizer keeps beside each array of weights.
  let stateCount: Int
  /// The shape of one sample of the output so far.
  private(set) var shape: [Int]
  /// The rows of the output so far for each sample.
  private var positions = 1
  /// Whether the output so far has a gradient.
  private var hasGradient = false
  /// Weights with their gradients, the optimizer's state and copies in other orders.
  package private(set) var weights = 0.0
  /// The numbers that pass between the layers for one batch, with their gradients.
  package private(set) var batch: Double
  /// The floats of working space that each thread needs.
  private(set) var scratch = 0.0
  /// The numbers that pass between the layers for one sample.
  package private(set) var numbersPerSample: Double

  init(inputs: [Int], rows: Int, isTraining: Bool, stateCount: Int = 0) {
    self.rows = rows
    self.isTraining = isTraining
    self.stateCount = stateCount
    shape = inputs
    let numbers = inputs.reduce(1, *)
    batch = Signal.bytes(rows: rows, positions: 1, columns: numbers, hasGradient: false)
    numbersPerSample = Double(numbers)
  }

  /// Adds an operation's weights.
  mutating func addParameter(shape: [Int]) {
    weights += Parameter.bytes(shape: shape) * (isTraining ? 2 + Double(stateCount) : 1)
  }

  /// Adds a copy of weights that is not trained.
  mutating func addCopy(shape: [Int]) { weights += Parameter.bytes(shape: shape) }

  /// Adds working space of so many floats, which operations share.
  mutating func addScratch(_ count: Double) { scratch = max(scratch, count) }

  /// The numbers in each row of the output so far.
  var columns: Int { shape.reduce(1, *) / positions }

  /// Adds an operation's output.
  ///
  /// - Parameter sharesGradient: the output takes the memory of its input's gradient, where that has one, and its rows.
  mutating func addOutput(shape: [Int], sharesGradient: Bool = false) {
    self.shape = shape
    if !sharesGradient { positions = shape.dropLast().reduce(1, *) }
    batch += Signal.bytes(
      rows: rows, positions: positions, columns: columns,
      hasGradient: isTraining && !(sharesGradient && hasGradient))
    numbersPerSample += Double(positions * columns)
    hasGradient = isTraining
  }

  /// Adds what makes one row of numbers of each sample.
  mutating func flatten() {
    let row = [shape.reduce(1, *)]
    if positions > 1 { addOutput(shape: row) } else { shape = row }
  }

  /// Operations that follow need the gradient by their inputs.
  var needsInputGradient: Bool { hasGradient }
}

extension Model {
  /// The memory of a network of this model.
  ///
  /// - Parameters:
  ///   - rows: the most rows of a batch.
  ///   - stateCount: the arrays of state that the optimizer keeps beside each array of weights.
  package func memory(rows: Int, isTraining: Bool, stateCount: Int = 0) -> NetworkMemory {
    var memory = NetworkMemory(
      inputs: inputShape, rows: rows, isTraining: isTraining, stateCount: stateCount)
    for part in parts { part.layer.addMemory(to: &memory) }
    return memory
  }

  /// The bytes of one array of numbers for each weight, in row order.
  package var weightBytes: Double { Double(parameterCount) * 4 }
}
