import Engine
import Options
import Testing

/// Learned slopes, by their definition; KerasLayerTests holds them against Keras.
@Suite struct PReLUTests {
  private func prelu(_ options: OptionValue = [:]) throws -> any Layer {
    var findings = OptionFindings()
    let reading = OptionKind.member(of: Layers.catalogue).read(["prelu": options], "layers", &findings)
    #expect(findings.diagnostics.isEmpty)
    return try #require(reading).value
  }

  /// The data as images of 2 × 2 pixels with three channels, from -0.5 to 0.5.
  private static let data: LabeledSamples = {
    let flat = Fixture.classes(5, width: 12, classes: 3, zeros: 0.1)
    let numbers = Fixture.rows(flat.samples).flatMap { $0.map { Float($0) - 0.5 } }
    return LabeledSamples(
      samples: Samples(shape: [2, 2, 3], count: 5, storage: .floats(numbers)), targets: flat.targets)
  }()

  private func trainer(_ axes: [Int], slopes: [Float]? = nil) throws -> Trainer {
    let shared = OptionValue(.list(axes.map { OptionValue(.integer($0)) }))
    let model = try Fixture.model(
      [2, 2, 3],
      [prelu(["shared_axes": shared]), Flatten(), Dense(units: 3, activation: Softmax())])
    var weights = model.initialWeights(seed: 1)
    if let slopes {
      let alpha = weights.layers[0].variables[0]
      weights = Weights(
        layers: [
          LayerWeights(
            name: "prelu",
            variables: [Variable(name: "alpha", shape: alpha.shape, values: slopes)])
        ] + weights.layers.dropFirst())
    }
    return try Trainer(
      model: model, options: TrainingOptions(batchSize: 5), training: Self.data, validation: nil,
      resuming: TrainingState(epoch: 0, iteration: 0, weights: weights, optimizerState: []))
  }

  @Test(
    "The gradient of each slope agrees with finite differences.",
    arguments: [([], 12), ([1], 6), ([2, 3], 2), ([1, 2], 3), ([3], 4), ([1, 2, 3], 1)] as [([Int], Int)])
  func finiteDifferences(axes: [Int], count: Int) throws {
    let slopes = (0..<count).map { 0.1 + Float($0) * 0.05 }
    let trainer = try trainer(axes, slopes: slopes)
    let gradient = trainer.gradient(of: [0, 1, 2, 3, 4]).layers[0].variables[0].values
    #expect(gradient.count == count)
    func loss(_ slopes: [Float]) throws -> Double {
      let weights = try self.trainer(axes, slopes: slopes).weights
      return try TrainedModel(model: trainer.model, weights: weights)
        .evaluate(Self.data, loss: CategoricalCrossentropy(), metrics: []).loss
    }
    let step: Float = 0.02
    let expected = try slopes.indices.map { index in
      var (more, less) = (slopes, slopes)
      more[index] += step
      less[index] -= step
      return (try loss(more) - loss(less)) / Double(2 * step)
    }
    #expect(relativeDistance(gradient, expected) < 2e-3)
  }

  @Test("Its arrays are named and counted, and axes that samples lack are refused.")
  func arrays() throws {
    let model = try Fixture.model([4, 5, 3], [prelu(["shared_axes": [1, 2]]), Flatten(), Dense(units: 2)])
    #expect(model.arrayShapes.first?.name == "prelu/alpha")
    #expect(model.arrayShapes.first?.shape == [1, 1, 3])
    let failure = #expect(throws: ModelFailure.self) {
      try Fixture.model([4], [prelu(["shared_axes": [2]])])
    }
    #expect(failure?.problem == .cannotShareAxis(2, [4]))
  }

  @Test("Its memory is that of its slopes with their gradients, its outputs, and the places of its slopes.")
  func memory() throws {
    let memory = try Fixture.model([4, 5, 3], [prelu(), Flatten(), Dense(units: 2)])
      .memory(rows: 8, isTraining: true)
    let without = try Fixture.model([4, 5, 3], [Flatten(), Dense(units: 2)])
      .memory(rows: 8, isTraining: true)
    // Twenty rows of a register of 16, with gradients, the places in a panel of 32; and the kernel once more, turned,
    // as the dense layer now has a gradient of its inputs to compute.
    #expect(memory.weights - without.weights == Double((20 * 16 * 2 + 32 + 2 * 64) * 4))
  }
}
