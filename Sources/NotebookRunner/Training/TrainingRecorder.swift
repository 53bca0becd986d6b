import Engine
import NotebookResults

/// Trains on from where a training stands, and stores what comes of each epoch.
package struct TrainingRecorder {
  /// The first is the training's own, and holds all; others are served with a part of it.
  let recordings: [Recording]
  let store: ResultStore
  let hasTimeLimit: Bool
  /// Throws where the run was interrupted, or its time is over.
  let checkTime: @Sendable () throws -> Void
  /// Hears of the quantities of the last recording.
  let report: @Sendable (CellProgress) -> Void

  package init(
    recordings: [Recording], store: ResultStore, hasTimeLimit: Bool,
    checkTime: @escaping @Sendable () throws -> Void, report: @escaping @Sendable (CellProgress) -> Void
  ) {
    self.recordings = recordings
    self.store = store
    self.hasTimeLimit = hasTimeLimit
    self.checkTime = checkTime
    self.report = report
  }

  package func train(_ trainer: Trainer, to epochs: Int, continuing training: inout StoredTraining) throws {
    let clock = ContinuousClock()
    let length = store.segmentLength(
      of: trainer.model, optimizerArrays: trainer.options.optimizer.stateCount, epochs: epochs)
    let measuresLayers = recordings.contains(where: \.measuresLayers)
    let names = recordings.last?.names ?? []
    var unstored = training.epochs.count
    if measuresLayers, training.before.isEmpty { training.before = trainer.measureLayers() }
    while trainer.epoch < epochs {
      let number = trainer.epoch + 1
      let start = clock.now
      let metrics: EpochMetrics
      do {
        metrics = try trainer.trainEpoch(
          onStep: { step in
            try checkTime()
            report(
              .step(
                epoch: number, of: epochs, share: Double(step.index) / Double(step.count),
                step.values(of: trainer.options.loss).only(names)))
          }, onValidation: checkTime)
      } catch TimeProblem.isOver(let seconds) {
        store.keep(training, after: unstored, in: recordings)
        throw TimeProblem.trainingEnded(
          seconds: seconds, epochs: training.epochs.count, of: epochs, isStored: store.isLasting)
      }
      let values = metrics.values(of: trainer.options.loss)
      training.epochs.append(
        StoredTraining.Epoch(
          quantities: values.map { .init(name: $0.recorded.name, value: $0.value) },
          layers: measuresLayers ? trainer.measureLayers() : [], seconds: (clock.now - start) / .seconds(1)))
      let isDue = number == epochs || number - unstored == length
      // The weights of this epoch are stored where the time of the run is over before the next one ends.
      if isDue || hasTimeLimit { training.state = trainer.state }
      if isDue {
        store.keep(training, after: unstored, in: recordings)
        unstored = number
      }
      report(.epoch(number, of: epochs, values.only(names)))
      try Task.checkCancellation()
    }
  }
}

/// A value that was recorded, with what it is a value of.
private typealias RecordedValue = (recorded: RecordedQuantity, value: Double)

extension EpochMetrics {
  /// The loss and the metrics, then those of validation, as a history holds them.
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
