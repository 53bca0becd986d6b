import Engine
import Testing

@Suite struct RefusalTests {
  private func problem(_ layers: [any Layer], _ width: Int = 4) -> ModelProblem? {
    do {
      _ = try Model(inputShape: [width], layers: layers)
      return nil
    } catch { return error.problem }
  }

  @Test("An initializer that is for matrices is refused for other arrays.")
  func matrices() {
    for initializer: any Initializer in [Identity(), Orthogonal()] {
      #expect(problem([Dense(units: 3, kernel: WeightSettings(initializer))]) == nil)
      #expect(
        problem([Dense(units: 3, bias: WeightSettings(initializer))])
          == .initializerNeedsMatrix(initializer.name, [3]))
    }
    #expect(
      problem([Dense(units: 8192, kernel: WeightSettings(Orthogonal()))], 8192)
        == .initializerIsSlow("orthogonal", [8192, 8192]))
  }

  @Test("A loss is refused for targets and outputs that it is not defined for.")
  func losses() throws {
    func problem(_ loss: any Loss, _ last: any Activation, _ form: TargetForm) throws -> TrainingProblem? {
      let model = try Fixture.dense(4, [(3, last)])
      do {
        try TrainingOptions(loss: loss).check(model, sampleShape: [4], targets: form)
        return nil
      } catch { return error }
    }
    let sparse = SparseCategoricalCrossentropy()
    #expect(try problem(sparse, Softmax(), .classes(3)) == nil)
    #expect(
      try problem(sparse, Softmax(), .numbers(width: 3))
        == .lossNeedsClasses("sparse_categorical_crossentropy"))
    #expect(
      try problem(sparse, Relu(), .classes(3))
        == .lossNeedsProbabilities(
          loss: "sparse_categorical_crossentropy", activation: "softmax", found: "relu"))
    #expect(
      try problem(Poisson(), Tanh(), .numbers(width: 3))
        == .lossNeedsPositiveOutputs(loss: "poisson", found: "tanh"))
    for activation: any Activation in [Relu(), Softplus(), Exponential()] {
      #expect(try problem(Poisson(), activation, .numbers(width: 3)) == nil)
    }
    #expect(
      try problem(Huber(), Linear(), .numbers(width: 2))
        == .unitsDoNotMatchTargets(outputs: 3, .numbers(width: 2)))
  }

  @Test("A sparse cross-entropy gives the bits of the other one.")
  func sparse() throws {
    let data = Fixture.classes(30, width: 4, classes: 3)
    let digests = try ([SparseCategoricalCrossentropy(), CategoricalCrossentropy()] as [any Loss]).map {
      let trainer = try Trainer(
        model: try Fixture.dense(4, [(5, Tanh()), (3, Softmax())]), options: TrainingOptions(loss: $0),
        training: data, validation: nil)
      _ = try trainer.trainEpoch()
      return trainer.weights.digest
    }
    #expect(digests[0] == digests[1])
  }
}
