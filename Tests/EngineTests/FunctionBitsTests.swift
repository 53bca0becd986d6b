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
          Dense(units: 19, activation: activation, kernel: WeightSettings(initializer)),
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

  /// A digest changes only together with `Engine.numericsVersion`.
  @Test("Weights have the bits that this version of the engine has always given.")
  func committedDigests() throws {
    #expect(Engine.numericsVersion == 1)
    for fit in Self.fits {
      let digest = try String(fit.result(of: fit.trainer()).digest.prefix(8))
      #expect(Self.digests[fit.name] == digest, "\(fit.name): \(digest)")
    }
  }

  private static let digests = [
    "elu": "26d07444", "elu 0.4": "085f4e18", "elu 1.5": "8d750db2", "selu": "8dcbefce",
    "silu": "35f2fdea", "leaky_relu": "b512d20a", "leaky_relu 0.05": "f0a6cc04", "relu6": "0850e833",
    "mish": "5a53808b", "softplus": "dab6da61", "softsign": "692d17ad", "hard_sigmoid": "e7275f1b",
    "hard_silu": "5957a204", "exponential": "3880138e", "gelu approximate": "893b8a6e",
    "log_softmax": "7b0ba9aa", "categorical_crossentropy": "0850e833", "binary_crossentropy": "d7a137b2",
    "mean_squared_error": "fe0ce3dd", "sparse_categorical_crossentropy": "0850e833",
    "categorical_focal_crossentropy": "7698e6ef", "binary_focal_crossentropy": "f7a3a477",
    "kl_divergence": "f3636576", "mean_absolute_error": "59f27062",
    "mean_absolute_percentage_error": "272dad81", "mean_squared_logarithmic_error": "c9a1cbd5",
    "huber": "f84e6d7a", "log_cosh": "16c291a4", "hinge": "b72c61f7", "squared_hinge": "1efe884c",
    "poisson": "f828d2d7", "glorot_uniform": "0850e833", "glorot_normal": "ec2c5a97",
    "he_uniform": "903d4f9a", "he_normal": "b4c6b0ef", "lecun_uniform": "062d6b83",
    "lecun_normal": "12ca6a3f", "random_uniform": "bdce3249", "random_normal": "382adaad",
    "zeros": "5bd5f5b1", "ones": "bd6bbb6b", "truncated_normal": "7e145578",
    "variance_scaling": "12ca6a3f", "orthogonal": "d7381151", "identity": "5195bf94",
    "constant": "5bd5f5b1", "smoothed": "ffa2b471",
  ]

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
