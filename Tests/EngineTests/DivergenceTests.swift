import Engine
import Testing

/// Counts the steps that it hears of.
private struct StepCounter: TrainingListener {
  private(set) var steps: [Int] = []

  mutating func finished(_ step: Step) -> TrainingStop? {
    steps.append(step.index)
    return nil
  }
}

@Suite struct DivergenceTests {
  @Test("A loss that stops being finite ends the fit at that step, with the likely cause.")
  func diverges() throws {
    let data = Fixture.numbers(64, width: 10, targets: 1)
    let model = try Fixture.dense(10, [(8, Linear()), (1, Linear())])
    let options = TrainingOptions(
      loss: MeanSquaredError(), optimizer: StochasticGradientDescent(learningRate: 50), batchSize: 4)
    let trainer = try Trainer(model: model, options: options, training: data, validation: nil)
    var listener = StepCounter()
    let problem = try #require(throws: TrainingProblem.self) {
      _ = try trainer.trainEpoch(&listener)
    }
    guard case .diverged(let divergence) = problem else {
      Issue.record("not a divergence: \(problem)")
      return
    }
    #expect(divergence.epoch == 1 && divergence.optimizer == "sgd" && divergence.learningRate == 50)
    // The Double network's loss passes the largest Float at the same step.
    let step = try #require(firstInfiniteStep(data, trainer: model, options))
    #expect(listener.steps == Array(1..<step))
    #expect(divergence.moment == .step(step))
    // These inputs are at most 1.
    #expect(divergence.followsAStep && !divergence.hasLargeInputs && divergence.saferRate == 0.01)
  }

  /// Trains one linear layer on inputs scaled so until the loss is no longer finite.
  private func divergence(
    scale: Float = 1 / 255, rate: Double, batch: Int = 4, validates: Bool = false
  ) throws -> Divergence {
    let bytes = Fixture.classes(16, width: 10, classes: 2, scale: scale).samples
    let data = LabeledSamples(
      samples: bytes, targets: .numbers([Float](repeating: 1, count: 16), width: 1))
    let trainer = try Trainer(
      model: try Fixture.dense(10, [(1, Linear())]),
      options: TrainingOptions(
        loss: MeanSquaredError(), optimizer: StochasticGradientDescent(learningRate: rate), batchSize: batch),
      training: data, validation: validates ? data : nil)
    let problem = try #require(throws: TrainingProblem.self) {
      for _ in 0..<100 { _ = try trainer.trainEpoch() }
    }
    guard case .diverged(let divergence) = problem else { throw problem }
    return divergence
  }

  @Test("A smaller rate is suggested in one digit, never above the optimizer's own.")
  func saferRate() throws {
    #expect(try divergence(rate: 1e30).saferRate == 0.01)
    #expect(try divergence(scale: 10, rate: 0.007).saferRate == 0.0007)
  }

  @Test("Inputs are called too large only where they are.")
  func largeInputs() throws {
    #expect(try !divergence(rate: 1e30).hasLargeInputs)
    let large = try divergence(scale: 1, rate: 1)
    #expect(large.hasLargeInputs && large.largestInput == 255)
  }

  @Test("Where the loss is not finite before any step, the rate is not the cause.")
  func beforeAnyStep() throws {
    #expect(try !divergence(scale: 1e30, rate: 0.01).followsAStep)
  }

  @Test("A loss on validation data that is not finite ends the fit after that epoch.")
  func validation() throws {
    let divergence = try divergence(rate: 1e30, batch: 16, validates: true)
    #expect(divergence.moment == .validation && divergence.epoch == 1 && divergence.saferRate == 0.01)
  }

  @Test("A trained model whose loss on data is not finite is not judged.")
  func evaluation() throws {
    let data = Fixture.numbers(8, width: 10, targets: 1)
    let model = try Fixture.dense(10, [(1, Linear())])
    let trainer = try Trainer(
      model: model,
      options: TrainingOptions(
        loss: MeanSquaredError(), optimizer: StochasticGradientDescent(learningRate: 1e30), batchSize: 8),
      training: data, validation: nil)
    _ = try trainer.trainEpoch()
    let trained = TrainedModel(model: model, weights: trainer.weights)
    #expect(throws: TrainingProblem.lossNotFinite) {
      try trained.evaluate(data, loss: MeanSquaredError(), metrics: [])
    }
  }

  private func firstInfiniteStep(
    _ data: LabeledSamples, trainer model: Model, _ options: TrainingOptions
  ) -> Int? {
    var reference = ReferenceNetwork(
      model.initialWeights(seed: options.seed), activations: ["linear", "linear"], loss: "mean_squared_error")
    let order = RandomStream(seed: options.seed, purpose: .shuffle).permutation(data.count).map(Int.init)
    let (rows, targets) = (Fixture.rows(data.samples), Fixture.targets(data))
    for step in 0..<16 {
      let batch = order[step * 4..<step * 4 + 4]
      let (inputs, answers) = (batch.map { rows[$0] }, batch.map { targets[$0] })
      let loss = reference.meanLoss(inputs, answers)
      if !(loss < Double(Float.greatestFiniteMagnitude)) { return step + 1 }
      reference.descend(inputs, answers, rate: 50)
    }
    return nil
  }

  @Test("What the caller throws ends an epoch.")
  func cancels() throws {
    struct Stop: Error {}
    struct Thrower: TrainingListener {
      func finished(_ step: Step) throws -> TrainingStop? { throw Stop() }
    }
    var listener = Thrower()
    let trainer = try Trainer(
      model: try Fixture.dense(4, [(2, Softmax())]), options: TrainingOptions(),
      training: Fixture.classes(10, width: 4, classes: 2), validation: nil)
    #expect(throws: Stop.self) { _ = try trainer.trainEpoch(&listener) }
  }
}
