import Engine

/// The training of a fit, which continues from the epochs that are already known.
struct FitTraining {
  private let own: TrainingRun
  private let fullest: TrainingRun
  private let context: RunContext

  init(_ own: TrainingRun, seed: Int, _ context: RunContext) {
    self.own = own
    fullest = context.fullestWork.flatMap { TrainingRun($0, seed: seed) } ?? own
    self.context = context
  }

  /// - Returns: the training, and the epochs that did not have to be trained.
  func complete() async throws -> (training: StoredTraining, known: [StoredTraining.Epoch]) {
    let part = own.recording
    let whole = fullest.recording
    let known = known(of: part)
    if part.key == whole.key || known?.isComplete(of: epochs) == true {
      return (try await train(as: own, [part], from: known), known?.epochs ?? [])
    }
    let shared = self.known(of: whole)
    // A training recorded with fewer quantities cannot be continued as the fullest one.
    if let known, known.epochs.count > shared?.epochs.count ?? 0 {
      return (try await train(as: own, [part], from: known), known.epochs)
    }
    if let shared { context.store.keep(shared, after: 0, in: [part]) }
    let training = try await train(as: fullest, [whole, part], from: shared).part(for: part)
    context.store.remember(training, of: part.key)
    return (training, shared?.epochs ?? [])
  }

  private var epochs: Int { own.signature.epochs }

  private func known(of recording: Recording) -> StoredTraining? {
    context.store.training(
      of: recording, model: own.signature.model.model, upTo: epochs, for: context.displayName)
  }

  private func train(
    as run: TrainingRun, _ recordings: [Recording], from known: StoredTraining?
  ) async throws -> StoredTraining {
    var training = known ?? StoredTraining()
    if !training.isComplete(of: epochs) {
      let state = try training.state ?? run.fit.start(of: run.signature, context)
      let trainer = try await run.fit.trainer(of: run.signature, epochs: epochs, from: state, context)
      let recorder = TrainingRecorder(
        recordings: recordings, store: context.store, hasTimeLimit: context.timeLimit != nil,
        checkTime: { try context.checkTime() }, report: context.report)
      try recorder.train(
        trainer, run.fit.listeners(of: run.signature), keeping: run.fit.callbacks.kept(of: run.signature),
        continuing: &training)
    }
    if let recording = recordings.first { context.store.remember(training, of: recording.key) }
    return training
  }
}
