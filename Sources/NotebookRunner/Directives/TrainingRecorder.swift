import Engine
import NotebookResults

/// Trains on from where a training stands, and stores what comes of each epoch.
struct TrainingRecorder {
  let key: CellKey
  let store: ResultStore
  let measuresLayers: Bool
  let report: @Sendable (CellProgress) -> Void

  func train(_ trainer: Trainer, to epochs: Int, continuing training: inout StoredTraining) throws {
    let clock = ContinuousClock()
    let length = store.segmentLength(
      of: trainer.model, optimizerArrays: trainer.options.optimizer.stateCount, epochs: epochs)
    var unstored = training.epochs.count
    if measuresLayers, training.before.isEmpty { training.before = trainer.measureLayers() }
    while trainer.epoch < epochs {
      let number = trainer.epoch + 1
      let start = clock.now
      let metrics = try trainer.trainEpoch { step in
        try Task.checkCancellation()
        report(.step(epoch: number, of: epochs, share: Double(step.index) / Double(step.count), step.named))
      }
      training.epochs.append(
        StoredTraining.Epoch(
          quantities: metrics.named.map { .init(name: $0.name, value: $0.value) },
          layers: measuresLayers ? trainer.measureLayers() : [], seconds: (clock.now - start) / .seconds(1)))
      if number == epochs || number - unstored == length {
        let state = trainer.state
        training.state = state
        store.keep(
          TrainingSegment(
            first: unstored + 1, before: unstored == 0 ? training.before : [],
            epochs: Array(training.epochs[unstored...]), state: state), of: key)
        unstored = number
      }
      report(.epoch(number, of: epochs, metrics.named))
      try Task.checkCancellation()
    }
  }
}

extension EpochMetrics {
  /// The loss and the metrics, then those of validation, by their names in a history.
  var named: [(name: String, value: Double)] {
    var named = [(name: "loss", value: loss)] + metrics.map { ($0.name, $0.value) }
    if let validation {
      named.append(("val_loss", validation.loss))
      named += validation.metrics.map { ("val_" + $0.name, $0.value) }
    }
    return named
  }
}

extension Step {
  fileprivate var named: [(name: String, value: Double)] {
    [(name: "loss", value: loss)] + metrics.map { ($0.name, $0.value) }
  }
}
