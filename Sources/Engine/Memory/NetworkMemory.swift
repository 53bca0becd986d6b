import CKernels

/// The bytes of memory of a network, computed from the specifications of its layers before anything is allocated.
///
/// Sizes are of type `Double`, so that their products cannot overflow.
package struct NetworkMemory: Sendable, Hashable {
  /// The largest number of rows in a batch.
  private(set) var rows: Int
  let isTraining: Bool
  /// The number of arrays of the optimizer's state for each array of weights.
  let stateCount: Int
  /// The shape of an output sample of the layers so far.
  private(set) var shape: [Int]
  /// The number of rows for each output sample of the layers so far.
  private var positions = 1
  /// A Boolean value that indicates whether the output of the layers so far has a gradient.
  private var hasGradient = false
  /// A Boolean value that indicates whether the parameters to come are not trained.
  private var isFrozen = false
  /// The bytes of weights, gradients, the optimizer's state, and copies in other layouts.
  package private(set) var weights = 0.0
  /// The bytes of the signals of one batch, with their gradients.
  package private(set) var batch: Double
  /// The number of floats of working space for each thread.
  private(set) var scratch = 0.0
  /// The number of floats in the signals of one sample.
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

  /// Adds a parameter of an operation.
  ///
  /// - Parameter gates: the number of equal parts of its columns.
  mutating func addParameter(shape: [Int], gates: Int = 1) {
    weights +=
      Parameter.bytes(shape: shape, gates: gates)
      * (isTraining && !isFrozen ? 2 + Double(stateCount) : 1)
  }

  /// Adds the memory of operations whose weights are not trained.
  mutating func freeze(_ add: (inout NetworkMemory) -> Void) {
    let wasFrozen = isFrozen
    isFrozen = true
    add(&self)
    isFrozen = wasFrozen
  }

  /// Adds the memory of a constraint on norms.
  mutating func addConstraint(shape: [Int]) { weights += ConstrainedWeights.bytes(shape: shape) }

  /// Adds a copy of weights without gradient and state.
  mutating func addCopy(shape: [Int]) { weights += Parameter.bytes(shape: shape) }

  /// Adds an array that an operation keeps of each batch, with so many rows for each sample.
  ///
  /// - Parameter width: the number of floats in a row, padding included.
  mutating func addBuffer(positions: Int, width: Int) {
    batch += Double(rows) * Double(positions) * Double(width) * 4
  }

  /// Makes room for working space, given in floats, which all operations share.
  mutating func addScratch(_ count: Double) { scratch = max(scratch, count) }

  /// Adds a buffer with a float for each number of the output of the layers so far.
  mutating func addScratchSignal() {
    batch += Signal.bytes(rows: rows, positions: positions, columns: columns, hasGradient: false)
  }

  /// The number of columns in the output of the layers so far.
  var columns: Int { shape.reduce(1, *) / positions }

  /// Adds the output of an operation.
  ///
  /// - Parameter sharesGradient: whether the output has the rows of its input and shares the memory of its gradient.
  mutating func addOutput(shape: [Int], sharesGradient: Bool = false) {
    self.shape = shape
    if !sharesGradient { positions = shape.dropLast().reduce(1, *) }
    batch += Signal.bytes(
      rows: rows, positions: positions, columns: columns,
      hasGradient: isTraining && !(sharesGradient && hasGradient))
    numbersPerSample += Double(positions * columns)
    hasGradient = isTraining
  }

  /// Adds the output of an operation that changes the inputs of the network, in their rows and without a gradient.
  mutating func addChangedInputs() {
    addScratchSignal()
    numbersPerSample += Double(positions * columns)
    hasGradient = false
  }

  /// Adds the operation that turns each sample into one row, if one is needed.
  mutating func flatten() {
    let row = [shape.reduce(1, *)]
    if positions > 1 { addOutput(shape: row) } else { shape = row }
  }

  /// Adds the operation that gives samples another shape, if one is needed.
  mutating func reshape(to shape: [Int]) {
    if self.shape == shape { return }
    flatten()
    self.shape = shape
  }

  /// Adds the operation that gives each position a row of its own, if one is needed.
  mutating func spread() {
    if positions != shape.dropLast().reduce(1, *) { addOutput(shape: shape) }
  }

  /// Adds the memory of branches that read one input.
  ///
  /// - Returns: the shape of each branch's output.
  mutating func addBranches(_ branches: [(inout NetworkMemory) -> Void]) -> [[Int]] {
    let start = self
    return branches.enumerated().map { index, add in
      (shape, positions, hasGradient) = (start.shape, start.positions, start.hasGradient)
      // The first branch shares the gradient of the input.
      if index > 0, needsInputGradient { addBuffer(positions: positions, width: paddedWidth(columns)) }
      add(&self)
      return shape
    }
  }

  /// Adds the memory of operations that are applied to each step of a sample as if it were a sample.
  mutating func addEachStep(_ add: (inout NetworkMemory) -> Void) {
    let (steps, samples, numbers) = (shape.first ?? 1, rows, numbersPerSample)
    let (product, isTooLarge) = rows.multipliedReportingOverflow(by: steps)
    rows = isTooLarge ? .max : product
    shape = Array(shape.dropFirst())
    positions /= max(1, steps)
    add(&self)
    spread()
    numbersPerSample = numbers + (numbersPerSample - numbers) * Double(steps)
    rows = samples
    shape = [steps] + shape
    positions *= steps
  }

  /// A Boolean value that indicates whether the next operation has to compute the gradient of its input.
  var needsInputGradient: Bool { hasGradient }
}

extension Model {
  /// Returns the memory of a network of this model.
  ///
  /// - Parameters:
  ///   - rows: the largest number of rows in a batch.
  ///   - stateCount: the number of arrays of the optimizer's state for each array of weights.
  package func memory(rows: Int, isTraining: Bool, stateCount: Int = 0) -> NetworkMemory {
    var memory = NetworkMemory(
      inputs: inputShape, rows: rows, isTraining: isTraining, stateCount: stateCount)
    for part in parts {
      part.layer.addMemory(to: &memory)
      for variable in part.variables where isTraining && variable.rules.constraint?.axes != nil {
        memory.addConstraint(shape: variable.shape)
      }
    }
    memory.flatten()
    return memory
  }

  /// The bytes of one float for each weight, without padding.
  package var weightBytes: Double { Double(parameterCount) * 4 }
}
