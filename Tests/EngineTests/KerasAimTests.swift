import Engine
import Testing

/// Three epochs of real Keras with weights of classes and samples, and with the inputs as targets:
/// `Tests/Golden/Engine/keras_aims.py` made the record.
@Suite struct KerasAimTests {
  struct Golden: Decodable {
    let seed: UInt64
    let cases: [Case]
  }

  /// The weights of classes by their numbers, or a rule.
  enum WrittenWeights: Decodable {
    case given([String: Float])
    case rule(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let rule = try? container.decode(String.self) {
        self = .rule(rule)
      } else {
        self = .given(try container.decode([String: Float].self))
      }
    }

    func weights(classes: Int) -> ClassWeights {
      switch self {
      case .rule: .balanced
      case .given(let given): .given((0..<classes).map { given[String($0)] ?? 1 })
      }
    }
  }

  struct Case: Decodable, CustomTestStringConvertible {
    struct Aim: Decodable {
      let classWeight: WrittenWeights?
      let sampleWeight: Bool
      let aim: String
      let metric: String?
      let penalty: Double
      let metrics: [Double]
      let validation: [Double]
    }

    let fit: KerasFunctionTests.Case
    let aim: Aim
    var testDescription: String { fit.name }

    init(from decoder: any Decoder) throws {
      fit = try KerasFunctionTests.Case(from: decoder)
      aim = try Aim(from: decoder)
    }

    func model() throws -> Model {
      try Fixture.model(
        [fit.width],
        fit.layers.enumerated().map { index, layer in
          Dense(
            units: layer.units, activation: try Activations.catalogue.made(layer.activation),
            kernel: WeightSettings(
              GlorotUniform(),
              rules: WeightRules(
                regularizer: index == 0 && aim.penalty > 0 ? L2(l2: aim.penalty) : nil)))
        })
    }

    func data(_ seed: UInt64) -> LabeledSamples {
      let classes = Fixture.classes(
        fit.count, width: fit.width, classes: fit.classes ?? 2, zeros: fit.zeros, seed: seed, scale: fit.scale
      )
      let targets = fit.targets.map {
        Fixture.numbers(fit.count, width: 1, targets: $0, seed: seed).targets
      }
      // As the script's own weights: a fifth of them zero.
      let weights = RandomStream(seed: seed, purpose: .dataset, layer: 3).words(fit.count)
        .map { Float(unit: $0) }.map { $0 < 0.2 ? 0 : $0 * 3 }
      let labeled = LabeledSamples(
        samples: classes.samples, targets: targets ?? classes.targets, weights: weights)
      let aimed = aim.aim == "inputs" ? labeled.reconstructed : labeled
      return aimed.weighted(
        usingOwn: aim.sampleWeight, by: aim.classWeight?.weights(classes: fit.classes ?? 2))
    }

    func options(_ seed: UInt64) throws -> TrainingOptions {
      TrainingOptions(
        loss: try Losses.catalogue.made(fit.loss, fit.lossOptions),
        optimizer: StochasticGradientDescent(learningRate: fit.rate, momentum: 0.5),
        metrics: try aim.metric.map { [try Metrics.catalogue.made($0)] } ?? [], epochs: fit.losses.count,
        batchSize: fit.batch, seed: seed)
    }

    func trainer(_ options: TrainingOptions, resuming state: TrainingState? = nil) throws -> Trainer {
      let data = data(options.seed)
      return try Trainer(
        model: model(), options: options, training: data, validation: data.prefix(20), resuming: state)
    }
  }

  static let golden = GoldenFile.read("keras_aims.json", as: Golden.self) ?? Golden(seed: 0, cases: [])

  @Test("Losses, metrics, those of validation and the weights are Keras's.", arguments: golden.cases)
  func trajectory(_ example: Case) throws {
    let trainer = try example.trainer(example.options(Self.golden.seed))
    for (index, expected) in example.fit.losses.enumerated() {
      let epoch = try trainer.trainEpoch()
      #expect(abs(epoch.loss - expected) <= 2e-5 * abs(expected), "\(epoch.loss / expected - 1)")
      let validation = example.aim.validation[index]
      #expect(abs(try #require(epoch.validation).loss - validation) <= 2e-5 * abs(validation))
      if let metric = epoch.metrics.first {
        #expect(abs(metric.value - example.aim.metrics[index]) <= 2e-5 * metric.value)
      }
    }
    for sample in example.fit.weights {
      let values = try #require(trainer.weights.layers[sample.layer][sample.name]).values
      let size = sample.norm / Double(values.count).squareRoot()
      for (place, expected) in zip(sample.places, sample.values) {
        let distance = abs(Double(values[place]) - expected) / max(abs(expected), size)
        #expect(distance <= 1e-4, "\(sample.name) \(sample.layer)")
      }
    }
  }

  @Test("The record holds every loss with weights of samples.")
  func completeness() {
    let weighted = Set(Self.golden.cases.filter(\.aim.sampleWeight).map(\.fit.loss))
    #expect(weighted == Set(Losses.catalogue.members.map(\.name)))
  }

  @Test(
    "The bits are the same for 1, 2 and 8 threads, on any instruction set, and continued.",
    arguments: golden.cases)
  func sameBits(_ example: Case) throws {
    func digest(threads: Int, _ instructionSet: InstructionSet, stops: Bool = false) throws -> String {
      var options = try example.options(1)
      options.threads = threads
      options.instructionSet = instructionSet
      options.workPerThread = 1
      var trainer = try example.trainer(options)
      try trainer.trainEpoch()
      if stops { trainer = try example.trainer(options, resuming: trainer.state) }
      let loss = try trainer.trainEpoch().loss
      return "\(loss) \(trainer.weights.digest)"
    }
    let one = try digest(threads: 1, .standard)
    #expect(try digest(threads: 2, .standard, stops: true) == one)
    #expect(try digest(threads: 8, .standard) == one)
    for instructionSet in InstructionSet.supported {
      #expect(try digest(threads: 1, instructionSet) == one)
    }
  }
}
