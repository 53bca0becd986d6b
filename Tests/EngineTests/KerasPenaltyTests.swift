import Engine
import Options
import Testing

/// Three epochs of real Keras with penalties, constraints and layers that are not trained:
/// `Tests/Golden/Engine/keras_penalties.py` made the record.
@Suite struct KerasPenaltyTests {
  struct Golden: Decodable {
    let seed: UInt64
    let cases: [Case]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    struct Rules: Decodable {
      let optimizer: String
      let settings: [String: Double]
      let validation: [Double]
      let trainable: Int
    }

    let fit: KerasLayerTests.Case
    let rules: Rules
    var testDescription: String { fit.name }

    init(from decoder: any Decoder) throws {
      fit = try KerasLayerTests.Case(from: decoder)
      rules = try Rules(from: decoder)
    }

    func optimizer() throws -> any Optimizer {
      let names = ["learningRate": "learning_rate"]
      let entries = rules.settings.map {
        OptionValue.Entry(names[$0.key] ?? $0.key, OptionValue(.number($0.value)))
      }
      var reader = OptionReader(OptionValue(.mapping(entries)), of: rules.optimizer)
      return try #require(Optimizers.catalogue[rules.optimizer]).make(&reader)
    }

    func trainer(_ options: TrainingOptions, resuming state: TrainingState? = nil) throws -> Trainer {
      let data = fit.data(options.seed)
      return try Trainer(
        model: fit.model(), options: options, training: data, validation: data.prefix(20), resuming: state)
    }
  }

  static let golden =
    GoldenFile.read("keras_penalties.json", as: Golden.self) ?? Golden(seed: 0, cases: [])

  @Test("Losses in training and validation, weights and answers are Keras's.", arguments: golden.cases)
  func trajectory(_ example: Case) throws {
    let fit = example.fit
    let options = TrainingOptions(
      optimizer: try example.optimizer(), epochs: fit.losses.count, batchSize: fit.batch,
      seed: Self.golden.seed)
    let trainer = try example.trainer(options)
    #expect(trainer.model.trainableCount == example.rules.trainable)
    for (loss, validation) in zip(fit.losses, example.rules.validation) {
      let epoch = try trainer.trainEpoch()
      #expect(abs(epoch.loss - loss) <= 5e-4 * loss)
      #expect(abs(try #require(epoch.validation).loss - validation) <= 5e-4 * validation)
    }
    let weights = trainer.weights
    for sample in fit.weights {
      let variable = try #require(weights.layers[sample.layer][sample.name])
      let norm = variable.values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(abs(norm - sample.norm) <= 5e-4 * max(sample.norm, 1e-4), "\(sample.layer) \(sample.name)")
      let size = max(sample.norm / Double(variable.values.count).squareRoot(), 1e-3)
      for (place, expected) in zip(sample.places, sample.values) {
        #expect(
          abs(Double(variable.values[place]) - expected) <= 5e-4 * max(abs(expected), size),
          "\(sample.layer) \(sample.name)")
      }
    }
    let samples = fit.data(Self.golden.seed).samples
    let outputs = try TrainedModel(model: trainer.model, weights: weights).predict(samples)
    #expect(relativeDistance(Array(outputs.prefix(fit.outputs.count)), fit.outputs) < 5e-4)
  }

  @Test(
    "The bits are the same for 1, 2 and 8 threads, on any instruction set, and continued.",
    arguments: golden.cases)
  func sameBits(_ example: Case) throws {
    func digest(threads: Int, _ instructionSet: InstructionSet, stops: Bool = false) throws -> String {
      var options = TrainingOptions(
        optimizer: try example.optimizer(), epochs: 2, batchSize: 16, threads: threads)
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
