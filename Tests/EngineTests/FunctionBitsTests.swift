import Engine
import Testing

/// The same bits for each activation, loss and initializer, whatever computes them.
@Suite struct FunctionBitsTests {
  struct Fit: CustomTestStringConvertible {
    let name: String
    var activation: any Activation = Relu()
    var last: any Activation = Softmax()
    var loss: any Loss = CategoricalCrossentropy()
    var initializer: any Initializer = GlorotUniform()
    var testDescription: String { name }

    func trainer(
      threads: Int = 1, on instructionSet: InstructionSet = .standard, resuming state: TrainingState? = nil
    ) throws -> Trainer {
      let data = Fixture.classes(33, width: 20, classes: 5, zeros: 0.7)
      let model = try Fixture.model(
        [20],
        [
          Dense(units: 19, activation: activation, kernelInitializer: initializer),
          Dense(units: 5, activation: last),
        ])
      let metrics = try Metrics.catalogue.names.filter {
        last is Softmax || $0 != "log_loss" && $0 != "calibration_error"
      }
      .map { try Metrics.catalogue.made($0) }
      var options = TrainingOptions(
        loss: loss, optimizer: StochasticGradientDescent(learningRate: 0.05), metrics: metrics, batchSize: 8,
        threads: threads)
      options.instructionSet = instructionSet
      return try Trainer(model: model, options: options, training: data, validation: nil, resuming: state)
    }

    /// The digest after two epochs and what the last of them measured.
    func result(of trainer: Trainer) throws -> Result {
      while trainer.epoch < 1 { _ = try trainer.trainEpoch() }
      return Result(metrics: try trainer.trainEpoch(), digest: trainer.weights.digest)
    }
  }

  struct Result: Hashable {
    let metrics: EpochMetrics
    let digest: String
  }

  static let fits: [Fit] =
    ActivationTests.cases.map { Fit(name: $0.name, activation: $0.activation) }
    + [Fit(name: "log_softmax", activation: LogSoftmax())]
    + Losses.catalogue.members.map { member in
      let last = member.standard.exampleActivation.flatMap { Activations.catalogue[$0]?.standard }
      return Fit(name: member.name, last: last ?? Linear(), loss: member.standard)
    }
    + Initializers.catalogue.members.map { Fit(name: $0.name, initializer: $0.standard) }
    + [Fit(name: "smoothed", loss: CategoricalCrossentropy(labelSmoothing: 0.1))]

  @Test(
    "Weights and metrics have the same bits on every instruction set and count of threads.", arguments: fits)
  func sameBits(_ fit: Fit) throws {
    let sets = try InstructionSet.supported.map { try fit.result(of: fit.trainer(on: $0)) }
    let threads = try [2, 8].map { try fit.result(of: fit.trainer(threads: $0)) }
    #expect(Set(sets + threads).count == 1)
  }

  @Test("Weights and metrics have the same bits after a stop.", arguments: fits)
  func continued(_ fit: Fit) throws {
    let first = try fit.trainer()
    _ = try first.trainEpoch()
    let second = try fit.trainer(resuming: first.state)
    #expect(try fit.result(of: second) == fit.result(of: fit.trainer()))
  }
}
