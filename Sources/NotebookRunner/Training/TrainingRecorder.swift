import Engine
import NotebookResults

/// A recorder that continues a training and stores the results of each epoch.
package struct TrainingRecorder {
  /// The recordings to store. The first is the training's own and holds everything; the others hold parts.
  let recordings: [Recording]
  let store: ResultStore
  let hasTimeLimit: Bool
  /// Throws an error if the run was interrupted, or its time is over.
  let checkTime: @Sendable () throws -> Void
  /// Receives the progress, with the quantities of the last recording.
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

  /// - Parameters:
  ///   - listeners: the observers that may end the training.
  ///   - best: the choice of the epoch whose weights are kept; `nil` to keep those of the last alone.
  package func train(
    _ trainer: Trainer, _ listeners: [any TrainingListener] = [], keeping best: BestEpoch? = nil,
    continuing training: inout StoredTraining
  ) throws {
    var recording = RecordingListener(self, trainer, listeners, best, training)
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
