import Engine
import NotebookResults

/// A listener that records each epoch of a training when it is done, and reports progress.
struct RecordingListener: TrainingListener {
  private static let reportInterval = Duration.milliseconds(20)

  private let recorder: TrainingRecorder
  private let trainer: Trainer
  /// The observers that may end the training.
  private var listeners: [any TrainingListener]
  private var best: BestEpoch?
  private(set) var training: StoredTraining
  private let measuresLayers: Bool
  private let recordsRate: Bool
  private let names: [String]
  /// The number of epochs that are stored together.
  private let segmentLength: Int
  /// The number of epochs that are stored.
  private var stored: Int
  private var epochStart = ContinuousClock.now
  private var lastReport = ContinuousClock.now
  /// The reason to end the training with this epoch.
  private var stop: TrainingStop?

  init(
    _ recorder: TrainingRecorder, _ trainer: Trainer, _ listeners: [any TrainingListener], _ best: BestEpoch?,
    _ training: StoredTraining
  ) {
    self.best = best
    self.recorder = recorder
    self.trainer = trainer
    self.listeners = listeners
    self.training = training
    measuresLayers = recorder.recordings.contains(where: \.measuresLayers)
    recordsRate = recorder.recordings.contains(where: \.recordsRate)
    names = recorder.recordings.last?.names ?? []
    segmentLength = recorder.store.segmentLength(
      of: trainer.model, optimizerArrays: trainer.options.optimizer.stateCount,
      epochs: trainer.options.epochs)
    stored = training.epochs.count
  }

  /// Measures the layers before the first epoch, and informs the listeners of the known epochs.
  mutating func begin() throws {
    if measuresLayers, training.before.isEmpty { training.before = trainer.measureLayers() }
    for (index, epoch) in training.epochs.enumerated() {
      guard let metrics = epoch.metrics(number: index + 1, trainer.options) else { continue }
      _ = try listeners.finished(metrics)
      best?.include(metrics)
    }
    epochStart = .now
  }

  func learningRate(_ rate: Double) -> Double { listeners.learningRate(rate) }

  mutating func finished(_ step: Step) throws -> TrainingStop? {
    stop = try listeners.finished(step)
    guard step.isLast || stop != nil || .now - lastReport >= Self.reportInterval else { return nil }
    lastReport = .now
    try recorder.checkTime()
    recorder.report(
      .step(
        epoch: step.epoch, of: trainer.options.epochs, share: Double(step.index) / Double(step.count),
        step.values(of: trainer.options.loss).only(names)))
    return stop
  }

  mutating func validated(share: Double) throws {
    try recorder.checkTime()
    try listeners.validated(share: share)
  }

  mutating func finished(_ epoch: EpochMetrics) throws -> TrainingStop? {
    let reason = try listeners.finished(epoch)
    training.stop = stop ?? reason
    if best?.include(epoch) == true {
      training.best = StoredTraining.Best(epoch: epoch.number, weights: trainer.weights)
    }
    let values = epoch.values(of: trainer.options.loss)
    training.epochs.append(
      StoredTraining.Epoch(
        quantities: values.map { .init(name: $0.recorded.name, value: $0.value) },
        layers: measuresLayers ? trainer.measureLayers() : [],
        learningRate: recordsRate ? epoch.learningRate : nil, seconds: (.now - epochStart) / .seconds(1)))
    let isLast = epoch.number == trainer.options.epochs || training.stop != nil
    let isDue = isLast || epoch.number - stored == segmentLength
    // If the time of the run is over before the next epoch ends, the weights of this one are stored.
    if isDue || recorder.hasTimeLimit { training.state = trainer.state }
    if isDue { keep() }
    let endsEarly = epoch.number < trainer.options.epochs
    recorder.report(
      .epoch(
        epoch.number, of: trainer.options.epochs, values.only(names),
        endedEarly: endsEarly ? training.stop?.english : nil))
    try Task.checkCancellation()
    epochStart = .now
    return training.stop
  }

  /// Stores the epochs that are not stored yet.
  mutating func keep() {
    recorder.store.keep(training, after: stored, in: recorder.recordings)
    stored = training.epochs.count
  }
}

extension StoredTraining.Epoch {
  /// Returns the metrics of the epoch as in training; `nil` if not all of them were recorded.
  fileprivate func metrics(number: Int, _ options: TrainingOptions) -> EpochMetrics? {
    func evaluation(_ role: LineChart.Role) -> Evaluation? {
      let values = options.metrics.compactMap { metric in
        value(of: RecordedQuantity(metric.quantity, role)).map { MetricValue(metric.quantity, $0) }
      }
      guard let loss = value(of: RecordedQuantity(options.loss.quantity, role)),
        values.count == options.metrics.count
      else { return nil }
      return Evaluation(loss: loss, metrics: values)
    }
    return evaluation(.training).map { training in
      EpochMetrics(
        number: number, loss: training.loss, metrics: training.metrics, validation: evaluation(.validation),
        // A rate that is not recorded never changes.
        learningRate: learningRate ?? options.optimizer.learningRate)
    }
  }
}

/// A recorded value with its quantity.
private typealias RecordedValue = (recorded: RecordedQuantity, value: Double)

extension EpochMetrics {
  /// Returns the loss and the metrics, then those of validation, in the order of a history.
  fileprivate func values(of loss: any Loss) -> [RecordedValue] {
    recordedValues(loss, self.loss, metrics, .training)
      + (validation.map { recordedValues(loss, $0.loss, $0.metrics, .validation) } ?? [])
  }
}

extension Step {
  fileprivate func values(of loss: any Loss) -> [RecordedValue] {
    recordedValues(loss, self.loss, metrics, .training)
  }
}

private func recordedValues(
  _ loss: any Loss, _ value: Double, _ metrics: [MetricValue], _ role: LineChart.Role
) -> [RecordedValue] {
  ([MetricValue(loss.quantity, value)] + metrics).map { (RecordedQuantity($0.quantity, role), $0.value) }
}

extension [RecordedValue] {
  fileprivate func only(_ names: [String]) -> [(name: String, value: Double)] {
    map { ($0.recorded.name, $0.value) }.filter { names.contains($0.name) }
  }
}
