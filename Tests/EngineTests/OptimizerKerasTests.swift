import Engine
import Options
import Testing

/// Real Keras over three epochs, from the same weights in the same order of samples:
/// `Tests/Golden/Engine/keras_optimizers.py` made the record.
@Suite struct OptimizerKerasTests {
  struct Golden: Decodable {
    let seed: UInt64
    let count: Int
    let batch: Int
    let epochs: Int
    let cases: [Case]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    struct Array: Decodable {
      let layer: Int
      let name: String
      let values: [Double]
    }

    let name: String
    let optimizer: String
    let options: Written
    let losses: [Double]
    let weights: [Array]
    /// The rates of a schedule, for twice as many steps as are trained.
    let rates: [Double]?
    var testDescription: String { name }

    func made() throws -> any Optimizer {
      let (optimizer, messages) = Optimizers.catalogue.read([optimizer: options.value])
      #expect(messages.isEmpty)
      return try #require(optimizer)
    }
  }

  static let golden =
    GoldenFile.read("keras_optimizers.json", as: Golden.self)
    ?? Golden(seed: 0, count: 0, batch: 0, epochs: 0, cases: [])

  @Test("The record holds every optimizer, every schedule that Keras has, and every common option.")
  func isWhole() {
    let optimizers = Set(Self.golden.cases.map(\.optimizer))
    #expect(optimizers == Set(Optimizers.catalogue.names))
    let schedules = Self.golden.cases.compactMap { $0.options.value["learning_rate"]?.entries.first?.key }
    #expect(Set(schedules) == Set(LearningRateSchedules.catalogue.names).subtracting(["one_cycle"]))
    let options = Set(Self.golden.cases.flatMap { $0.options.value.entries.map(\.key) })
    #expect(options.isSuperset(of: ["weight_decay", "clipnorm", "global_clipnorm", "clipvalue"]))
  }

  @Test(
    "Each step's loss is Keras's over three epochs, and so are the last weights.", arguments: golden.cases)
  func trajectory(_ example: Case) throws {
    let golden = Self.golden
    let trainer = try Trainer(
      model: Fixture.dense(12, [(9, Tanh()), (3, Softmax())]),
      options: TrainingOptions(
        optimizer: try example.made(), epochs: golden.epochs, batchSize: golden.batch, seed: golden.seed),
      training: Fixture.classes(golden.count, width: 12, classes: 3, seed: golden.seed), validation: nil)
    var listener = LossListener()
    try trainer.train(&listener)
    #expect(listener.losses.count == example.losses.count)
    for (step, (loss, expected)) in zip(listener.losses, example.losses).enumerated() {
      #expect(abs(loss - expected) <= Self.tolerance * expected, "step \(step + 1)")
    }
    for array in example.weights {
      let variable = try #require(trainer.weights.layers[array.layer][array.name])
      #expect(
        relativeDistance(variable.values, array.values) <= Self.tolerance, "\(array.layer) \(array.name)")
    }
    #expect(trainer.weights != trainer.model.initialWeights(seed: golden.seed))
  }

  private static let tolerance = 1e-5

  @Test("Each rate of a schedule is Keras's, beyond the end of the training too.", arguments: golden.cases)
  func rates(_ example: Case) throws {
    guard let expected = example.rates else { return }
    let schedule = try example.made().schedule
    let training = TrainingLength(
      stepsPerEpoch: (Self.golden.count + Self.golden.batch - 1) / Self.golden.batch,
      epochs: Self.golden.epochs)
    let largest = expected.max() ?? 0
    for (step, expected) in expected.enumerated() {
      #expect(abs(schedule.rate(atStep: step, of: training) - expected) <= 1e-6 * largest, "step \(step)")
    }
  }
}

/// Keeps the mean loss over the samples of the epoch so far, after each step.
private struct LossListener: TrainingListener {
  private(set) var losses: [Double] = []

  mutating func finished(_ step: Step) -> TrainingStop? {
    losses.append(step.loss)
    return nil
  }
}
