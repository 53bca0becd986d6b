import Engine
import Options
import Testing

/// Penalties, constraints and layers that are not trained, by their definitions.
@Suite struct PenaltyTests {
  static let data = Fixture.classes(9, width: 12, classes: 3)

  private func layer(_ written: OptionValue) throws -> any Layer {
    var findings = OptionFindings()
    let reading = OptionKind.member(of: Layers.catalogue).read(written, "layer", &findings)
    #expect(findings.diagnostics.isEmpty)
    return try #require(reading).value
  }

  private func model(_ options: OptionValue.Entry...) throws -> Model {
    let first = OptionValue(.mapping([.init("units", 7), .init("activation", "tanh")] + options))
    return try Fixture.model(
      [12], [layer(["dense": first]), layer(["dense": ["units": 3, "activation": "softmax"]])])
  }

  private func trainer(_ model: Model, _ optimizer: any Optimizer = Adam()) throws -> Trainer {
    try Trainer(
      model: model, options: TrainingOptions(optimizer: optimizer, batchSize: 9), training: Self.data,
      validation: nil)
  }

  @Test(
    "The gradient is that of the loss with its penalties, by finite differences in Double.",
    arguments: [(0.03, 0.0), (0.0, 0.05), (0.02, 0.04)])
  func finiteDifferences(_ l1: Double, _ l2: Double) throws {
    let rule = OptionValue(
      .mapping([.init("l1", OptionValue(.number(l1))), .init("l2", OptionValue(.number(l2)))]))
    let plain = try trainer(try model())
    let penalized = try trainer(
      try model(
        .init("kernel_regularizer", ["l1_l2": rule]), .init("activity_regularizer", ["l1_l2": rule])))
    let weights = penalized.weights
    #expect(weights == plain.weights)
    let rows = Fixture.rows(Self.data.samples)
    let kernel = try #require(weights.layers[0].kernel).values.map(Double.init)
    let bias = try #require(weights.layers[0].bias).values.map(Double.init)
    func penalty(_ number: Double) -> Double { l1 * abs(number) + l2 * number * number }
    func penalties(_ kernel: [Double], _ bias: [Double]) -> Double {
      let outputs = rows.map { row in
        (0..<7).reduce(0.0) { sum, unit in
          let z = row.indices.reduce(bias[unit]) { $0 + row[$1] * kernel[$1 * 7 + unit] }
          return sum + penalty(tanhInDouble(z))
        }
      }
      return kernel.reduce(0) { $0 + penalty($1) } + outputs.reduce(0, +) / Double(rows.count)
    }
    func slopes(_ count: Int, _ moved: (_ index: Int, _ by: Double) -> Double) -> [Double] {
      (0..<count).map { (moved($0, 1e-6) - moved($0, -1e-6)) / 2e-6 }
    }
    let kernelSlopes = slopes(kernel.count) { index, step in
      var other = kernel
      other[index] += step
      return penalties(other, bias)
    }
    let biasSlopes = slopes(bias.count) { index, step in
      var other = bias
      other[index] += step
      return penalties(kernel, other)
    }
    let samples = (0..<9).map { Int32($0) }
    let (one, other) = (penalized.gradient(of: samples).layers[0], plain.gradient(of: samples).layers[0])
    func difference(_ name: String) throws -> [Float] {
      zip(try #require(one[name]).values, try #require(other[name]).values).map { $0 - $1 }
    }
    #expect(relativeDistance(try difference("kernel"), kernelSlopes) < 1e-4)
    #expect(relativeDistance(try difference("bias"), biasSlopes) < 1e-4)
  }

  private func tanhInDouble(_ z: Double) -> Double {
    // The series of the exponential, whose error is far below that of the differences.
    var (term, sum) = (1.0, 1.0)
    for index in 1...60 {
      term *= 2 * z / Double(index)
      sum += term
    }
    return (sum - 1) / (sum + 1)
  }

  @Test("A frozen layer keeps its bits and has neither gradient nor state; the others move.")
  func frozen() throws {
    let trainer = try trainer(try model(.init("trainable", false)))
    let before = trainer.weights
    let gradient = trainer.gradient(of: (0..<9).map { Int32($0) })
    #expect(gradient.layers[0].kernel?.values.isEmpty == true)
    for _ in 0..<2 { try trainer.trainEpoch() }
    #expect(trainer.weights.layers[0] == before.layers[0])
    #expect(trainer.weights.layers[1] != before.layers[1])
    #expect(trainer.state.optimizerState.map(\.count) == [0, 0, 2, 2])
    #expect(trainer.model.summary.map(\.trainableCount) == [0, 24])
    #expect(trainer.model.summary.map(\.name) == ["dense", "dense_1"])
    #expect(trainer.model.parameterCount == 7 * 13 + 24)
  }

  @Test("A plain descent, whose steps ride with the gradient, leaves frozen weights alone too.")
  func frozenDescent() throws {
    let trainer = try trainer(
      try model(.init("trainable", false)), StochasticGradientDescent(learningRate: 0.5))
    let before = trainer.weights
    try trainer.trainEpoch()
    #expect(trainer.weights.layers[0] == before.layers[0])
    #expect(trainer.weights.layers[1] != before.layers[1])
  }

  @Test("The memory of a frozen layer is that of its weights and of the signals.")
  func memory() throws {
    let (all, frozen) = (try model(), try model(.init("trainable", false)))
    func memory(_ model: Model) -> NetworkMemory { model.memory(rows: 9, isTraining: true, stateCount: 2) }
    // A kernel of 12 rows and a bias, each of one register, with a gradient and two arrays of state.
    #expect(memory(all).weights - memory(frozen).weights == Double(13 * 16 * 3 * 4))
    #expect(memory(all).batch == memory(frozen).batch)
  }

  @Test("Numbers stay non-negative, norms at their limit, and what is no number stays none.")
  func constraints() throws {
    let positive = try trainer(try model(.init("kernel_constraint", "non_neg")))
    try positive.trainEpoch()
    let numbers = try #require(positive.weights.layers[0].kernel).values
    #expect(numbers.allSatisfy { $0 >= 0 } && numbers.contains(0) && numbers.contains { $0 > 0 })
    let unit = try trainer(try model(.init("kernel_constraint", "unit_norm")))
    try unit.trainEpoch()
    let kernel = try #require(unit.weights.layers[0].kernel).values
    for column in 0..<7 {
      let squares = (0..<12).reduce(0.0) { sum, row in
        sum + Double(kernel[row * 7 + column]) * Double(kernel[row * 7 + column])
      }
      #expect(abs(squares.squareRoot() - 1) < 1e-5)
    }
  }

  @Test("An axis that the array does not have is refused at its layer.")
  func axes() throws {
    let rule: OptionValue = ["max_norm": ["axis": 2]]
    #expect(
      throws: ModelFailure(problem: .noSuchAxis(constraint: "max_norm", axis: 2, [12, 7]), layer: 0)
    ) {
      try model(.init("kernel_constraint", rule))
    }
    _ = try model(.init("kernel_constraint", ["unit_norm": ["axis": -2]]))
  }
}
