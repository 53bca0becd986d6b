import Engine
import NotebookResults

/// Trains on from where a training stands, and stores what comes of each epoch.
struct TrainingRecorder {
  /// The first is the training's own, and holds all; others are served with a part of it.
  let recordings: [Recording]
  let store: ResultStore
  let hasTimeLimit: Bool
  /// Throws where the run was interrupted, or its time is over.
  let checkTime: @Sendable () throws -> Void
  /// Hears of the quantities of the last recording.
  let report: @Sendable (CellProgress) -> Void

  func train(_ trainer: Trainer, to epochs: Int, continuing training: inout StoredTraining) throws {
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
                step.named.only(names))
            )
          }, onValidation: checkTime)
      } catch TimeProblem.isOver(let seconds) {
        store.keep(training, after: unstored, in: recordings)
        throw TimeProblem.trainingEnded(
          seconds: seconds, epochs: training.epochs.count, of: epochs, isStored: store.isLasting)
      }
      training.epochs.append(
        StoredTraining.Epoch(
          quantities: metrics.named.map { .init(name: $0.name, value: $0.value) },
          layers: measuresLayers ? trainer.measureLayers() : [], seconds: (clock.now - start) / .seconds(1)))
      let isDue = number == epochs || number - unstored == length
      // The weights of this epoch are stored where the time of the run is over before the next one ends.
      if isDue || hasTimeLimit { training.state = trainer.state }
      if isDue {
        store.keep(training, after: unstored, in: recordings)
        unstored = number
      }
      report(.epoch(number, of: epochs, metrics.named.only(names)))
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

extension [(name: String, value: Double)] {
  fileprivate func only(_ names: [String]) -> Self { filter { names.contains($0.name) } }
}
