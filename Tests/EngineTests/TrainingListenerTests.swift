import Engine
import Options
import Synchronization
import Testing

@Suite struct TrainingListenerTests {
  private let data = Fixture.classes(10, width: 4, classes: 2)

  private func trainer(epochs: Int, optimizer: any Optimizer = StochasticGradientDescent()) throws -> Trainer
  {
    try Trainer(
      model: try Fixture.dense(4, [(2, Softmax())]),
      options: TrainingOptions(optimizer: optimizer, metrics: [Accuracy()], epochs: epochs, batchSize: 4),
      training: data, validation: data)
  }

  @Test("All listeners hear of every step and epoch, and a training without an end has all its epochs.")
  func whole() throws {
    let trainer = try trainer(epochs: 2)
    var listeners: [any TrainingListener] = [Recorder(), Recorder()]
    #expect(try trainer.train(&listeners) == nil)
    for listener in listeners {
      let recorder = try #require(listener as? Recorder)
      #expect(
        recorder.steps.map { [$0.epoch, $0.index, $0.count] } == [
          [1, 1, 3], [1, 2, 3], [1, 3, 3], [2, 1, 3], [2, 2, 3], [2, 3, 3],
        ])
      #expect(recorder.epochs.map(\.number) == [1, 2])
      for epoch in recorder.epochs {
        let last = recorder.steps.last { $0.epoch == epoch.number }
        #expect(last?.loss == epoch.loss && last?.metrics == epoch.metrics)
      }
    }
  }

  @Test("A reason after an epoch ends the training with that epoch.")
  func endsAfterEpoch() throws {
    let (ended, plain) = (try trainer(epochs: 9), try trainer(epochs: 2))
    var listeners: [any TrainingListener] = [Recorder(), Recorder(lastEpoch: 2), Recorder(lastEpoch: 3)]
    #expect(try ended.train(&listeners) == Recorder.stop)
    var none: [any TrainingListener] = []
    try plain.train(&none)
    #expect(ended.epoch == 2)
    #expect(ended.state == plain.state)
  }

  @Test("A reason after a step ends the training there, and the epoch is measured over its steps.")
  func endsAfterStep() throws {
    let trainer = try trainer(epochs: 9)
    var listener = Recorder(lastStep: 5)
    #expect(try trainer.train(&listener) == Recorder.stop)
    #expect(trainer.epoch == 2 && trainer.state.iteration == 5)
    let epoch = try #require(listener.epochs.last)
    let step = try #require(listener.steps.last)
    #expect(listener.epochs.count == 2 && epoch.loss == step.loss && epoch.metrics == step.metrics)
    let trained = TrainedModel(model: trainer.model, weights: trainer.weights)
    #expect(
      epoch.validation
        == (try trained.evaluate(data, loss: CategoricalCrossentropy(), metrics: [Accuracy()])))
  }

  @Test("A schedule is asked for the rate of each step of the whole training.")
  func schedule() throws {
    let schedule = AskedRates()
    let trainer = try trainer(epochs: 2, optimizer: Scheduled(schedule: schedule))
    var listeners: [any TrainingListener] = []
    try trainer.train(&listeners)
    #expect(schedule.asked.withLock(\.self) == (0..<6).map { [$0, 3, 2] })
  }
}

/// Keeps all that it hears, and ends the training at a step, counted from the first, or an epoch.
private struct Recorder: TrainingListener {
  static let stop = TrainingStop(english: "It is enough.", japanese: "十分です。")

  var lastStep: Int?
  var lastEpoch: Int?
  private(set) var steps: [Step] = []
  private(set) var epochs: [EpochMetrics] = []

  init(lastStep: Int? = nil, lastEpoch: Int? = nil) {
    self.lastStep = lastStep
    self.lastEpoch = lastEpoch
  }

  mutating func finished(_ step: Step) -> TrainingStop? {
    steps.append(step)
    return steps.count == lastStep ? Self.stop : nil
  }

  mutating func finished(_ epoch: EpochMetrics) -> TrainingStop? {
    epochs.append(epoch)
    return epochs.count == lastEpoch ? Self.stop : nil
  }
}

private final class AskedRates: LearningRateSchedule {
  let asked = Mutex([[Int]]())

  let largestRate = 0.1

  func rate(atStep step: Int, of training: TrainingLength) -> Double {
    asked.withLock { $0.append([step, training.stepsPerEpoch, training.epochs]) }
    return 0.1
  }
}

/// Plain descent along a schedule.
private struct Scheduled: Optimizer {
  static let name = "scheduled"
  static let abstract = "Descent along a schedule."
  static let usualLearningRates = 0.0...1.0

  let schedule: any LearningRateSchedule
  private let descent = StochasticGradientDescent()

  init(schedule: any LearningRateSchedule) { self.schedule = schedule }
  init(_ options: inout OptionReader) { schedule = ConstantRate(0.1) }

  func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    descent.step(array, at: moment, on: engine)
  }
}
