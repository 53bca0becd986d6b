import Engine
import Testing

@Suite struct DivergenceTests {
  @Test("A loss that stops being finite ends the fit at that step, with the likely cause.")
  func diverges() throws {
    let data = Fixture.numbers(64, width: 10, targets: 1)
    let model = try Fixture.dense(10, [(8, Linear()), (1, Linear())])
    let options = TrainingOptions(
      loss: MeanSquaredError(), optimizer: StochasticGradientDescent(learningRate: 50), batchSize: 4)
    let trainer = try Trainer(model: model, options: options, training: data, validation: nil)
    var steps: [Int] = []
    let problem = try #require(throws: TrainingProblem.self) {
      _ = try trainer.trainEpoch { steps.append($0.index) }
    }
    guard case .diverged(let epoch, let step, let optimizer, let rate) = problem else {
      Issue.record("not a divergence: \(problem)")
      return
    }
    #expect(epoch == 1 && optimizer == "sgd" && rate == 50)
    // The Double network's loss passes the largest Float at the same step.
    #expect(step == firstInfiniteStep(data, trainer: model, options))
    #expect(problem.help?.contains("learning_rate: 5.0") == true)
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
    let trainer = try Trainer(
      model: try Fixture.dense(4, [(2, Softmax())]), options: TrainingOptions(),
      training: Fixture.classes(10, width: 4, classes: 2), validation: nil)
    #expect(throws: Stop.self) { _ = try trainer.trainEpoch { _ in throw Stop() } }
  }
}
