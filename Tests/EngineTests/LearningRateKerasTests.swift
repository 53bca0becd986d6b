import Engine
import Options
import Testing

/// The learning rates of real Keras: `Tests/Golden/Engine/keras_rates.py` made the record.
@Suite struct LearningRateKerasTests {
  struct Golden: Decodable {
    let seed: UInt64
    let count: Int
    let batch: Int
    let epochs: [Fit]
    let tests: [Test]
  }

  struct Fit: Decodable, CustomTestStringConvertible {
    struct Plateau: Decodable {
      let patience: Int
      let factor: Double
      let minDelta: Double
      let cooldown: Int?
      let minLr: Double?
    }

    let name: String
    let epochs: Int
    let learningRate: Written
    let plateau: Plateau?
    let losses: [Double]
    let rates: [Double]
    var testDescription: String { name }
  }

  struct Test: Decodable, CustomTestStringConvertible {
    let name: String
    let optimizer: String
    let start: Double
    let end: Double
    let steps: Int
    let losses: [Double]
    let valley: Double
    let steepest: Double
    let minimum: Double
    var testDescription: String { name }
  }

  static let golden =
    GoldenFile.read("keras_rates.json", as: Golden.self)
    ?? Golden(seed: 0, count: 0, batch: 0, epochs: [], tests: [])

  private func trainer(_ optimizer: String, _ options: OptionValue, epochs: Int) throws -> Trainer {
    let golden = Self.golden
    return try Trainer(
      model: Fixture.dense(12, [(9, Tanh()), (3, Softmax())]),
      options: TrainingOptions(
        optimizer: try #require(Optimizers.catalogue.read([optimizer: options]).value), epochs: epochs,
        batchSize: golden.batch, seed: golden.seed),
      training: Fixture.classes(golden.count, width: 12, classes: 3, seed: golden.seed), validation: nil)
  }

  @Test("The rate of each epoch is that of Keras's last step, and so is the loss.", arguments: golden.epochs)
  func rates(_ fit: Fit) throws {
    let trainer = try trainer("sgd", ["learning_rate": fit.learningRate.value], epochs: fit.epochs)
    let monitor = Monitor(name: "loss", .loss, isLoss: true, isValidation: false)
    var listeners: [any TrainingListener] = [EpochListener()]
    if let plateau = fit.plateau {
      listeners.append(
        ReduceLearningRate(
          monitor: monitor, factor: plateau.factor, patience: plateau.patience, minDelta: plateau.minDelta,
          cooldown: plateau.cooldown ?? 0, smallestRate: plateau.minLr ?? 0))
    }
    try trainer.train(&listeners)
    let epochs = try #require(listeners[0] as? EpochListener).epochs
    #expect(epochs.count == fit.epochs && Set(fit.rates).count > 1)
    for (epoch, (loss, rate)) in zip(epochs, zip(fit.losses, fit.rates)) {
      #expect(abs(epoch.loss - loss) <= 1e-5 * loss, "epoch \(epoch.number)")
      #expect(abs(epoch.learningRate - rate) <= 1e-6 * fit.rates[0], "epoch \(epoch.number)")
    }
  }

  @Test(
    "A range test is that of Keras with the same rates, and so are its suggestions.", arguments: golden.tests)
  func rangeTest(_ example: Test) throws {
    let test = try trainer(example.optimizer, [:], epochs: 1).testRange(
      LearningRateRange(from: example.start, to: example.end, steps: example.steps))
    #expect(test.smoothedLosses.count == example.losses.count)
    for (step, (loss, expected)) in zip(test.smoothedLosses, example.losses).enumerated() {
      #expect(abs(loss - expected) <= 5e-4 * expected, "step \(step + 1)")
    }
    let suggestions = try #require(test.suggestions)
    for (rate, expected) in [
      (suggestions.valley, example.valley), (suggestions.steepest, example.steepest),
      (suggestions.minimum, example.minimum),
    ] {
      #expect(abs(rate - expected) <= 1e-12 * expected)
    }
  }
}

/// Keeps the results of each epoch.
private struct EpochListener: TrainingListener {
  private(set) var epochs: [EpochMetrics] = []

  mutating func finished(_ epoch: EpochMetrics) -> TrainingStop? {
    epochs.append(epoch)
    return nil
  }
}
