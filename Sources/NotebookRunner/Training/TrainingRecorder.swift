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

  /// - Parameter listeners: the observers that may end the training.
  package func train(
    _ trainer: Trainer, _ listeners: [any TrainingListener] = [], continuing training: inout StoredTraining
  ) throws {
    var recording = RecordingListener(self, trainer, listeners, training)
    defer { training = recording.training }
    do {
      try recording.begin()
      try trainer.train(&recording)
    } catch TimeProblem.isOver(let seconds) {
      recording.keep()
      throw TimeProblem.trainingEnded(
        seconds: seconds, epochs: recording.training.epochs.count, of: trainer.options.epochs,
        isStored: store.isLasting)
    }
  }
}
