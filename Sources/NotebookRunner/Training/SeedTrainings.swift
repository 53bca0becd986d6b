import Engine
import NotebookResults

/// The trainings of a fit, one for each of its seeds.
struct SeedTrainings: Sendable {
  let fit: Fit
  let signature: FitSignature
  /// The dependencies of the fit's result.
  let draft: KeyDraft
  let context: RunContext

  /// Trains with each seed, as many at once as there are shares.
  ///
  /// - Returns: the trainings in the order of the seeds.
  func complete() async throws -> [SeedRun] {
    let seeds = fit.seeds(from: context.seed)
    let report = TrainingsProgress(seeds.count, context.report)
    return try await context.shares.map(seeds.count, bytes: context.workingBytes) { index in
      try await train(seed: seeds[index], report.part(index))
    }
  }

  /// Trains with one seed, going on from the epochs that are stored. A finished training is taken from the cache, or
  /// put there.
  ///
  /// - Throws: a ``TrainingProblem`` if it diverges, which is stored like a result.
  func train(seed: Int, _ report: @escaping @Sendable (CellProgress) -> Void) async throws -> SeedRun {
    let run = run(seed: seed)
    await fetch(seed: seed)
    if let divergence = divergence(of: run.recording) {
      await share(.diverged(divergence), run.recording)
      throw TrainingProblem.diverged(divergence)
    }
    let training = FitTraining(run, seed: seed, context.reporting(report))
    let trained: StoredTraining
    let known: [StoredTraining.Epoch]
    do {
      (trained, known) = try await training.complete()
    } catch TrainingProblem.diverged(let divergence) {
      context.store.keep(divergence, of: run.recording.key, epochs: signature.epochs)
      await share(.diverged(divergence), run.recording)
      throw TrainingProblem.diverged(divergence)
    }
    await share(.trained(trained), run.recording)
    guard let weights = trained.best?.weights ?? trained.state?.weights else {
      throw CellFailure.missing(context.displayName)
    }
    let history = TrainingHistory(
      trained, of: signature.recorded, epochs: signature.epochs, chances: signature.chances)
    return SeedRun(
      seed: seed, trained: TrainedModel(model: signature.model.model, weights: weights), history: history,
      saved: SavedWork(known, isAll: known.count == history.epochs))
  }
}

extension SeedTrainings {
  func run(seed: Int) -> TrainingRun {
    TrainingRun(fit: fit, signature: signature, draft: draft, seed: seed)
  }

  /// Returns the divergence with which a training is known to end.
  func divergence(of recording: Recording) -> Divergence? {
    context.store.divergence(of: recording.key, epochs: signature.epochs, for: context.displayName)
  }

  /// Brings the training with one seed here if it is not stored and the cache has it.
  ///
  /// - Returns: true if it is stored now.
  @discardableResult
  func fetch(seed: Int) async -> Bool {
    guard context.store.readsCache else { return false }
    return await context.store.fetch(
      run(seed: seed).recording, model: signature.model.model, epochs: signature.epochs,
      for: context.displayName)
  }

  /// Puts the stored training with one seed into the cache if it is to be filled.
  func shareStored(seed: Int) async {
    guard context.store.fillsCache else { return }
    let recording = run(seed: seed).recording
    if let divergence = divergence(of: recording) {
      await share(.diverged(divergence), recording)
    } else if let training = context.store.training(
      of: recording, model: signature.model.model, upTo: signature.epochs, for: context.displayName)
    {
      await share(.trained(training), recording)
    }
  }

  private func share(_ finished: FinishedTraining, _ recording: Recording) async {
    await context.store.share(finished, of: recording, epochs: signature.epochs)
  }

  /// Returns the epochs of the training with one seed that are not stored, if the cache has the training.
  func cachedEpochs(seed: Int) async -> Int {
    let recording = run(seed: seed).recording
    let progress = progress(of: recording)
    guard !progress.isDone,
      await context.store.isCached(recording.key, epochs: signature.epochs, for: context.displayName)
    else { return 0 }
    return signature.epochs - progress.epochs
  }

  /// Returns the part of the training with one seed that is stored.
  func progress(seed: Int) -> TrainingProgress { progress(of: run(seed: seed).recording) }

  private func progress(of recording: Recording) -> TrainingProgress {
    let (count, isEnd) = context.store.epochCount(
      of: recording.key, upTo: signature.epochs, mayEndEarly: recording.mayEndEarly, for: context.displayName)
    return TrainingProgress(epochs: count, isDone: isEnd || divergence(of: recording) != nil)
  }

  /// Returns the training with one seed, to be done by any process.
  ///
  /// - Parameter before: the epochs that earlier trainings of the cell have done.
  func planned(seed: Int, after before: Int = 0) -> PlannedTraining {
    let recording = run(seed: seed).recording
    let whole = context.fullestWork.flatMap { TrainingRun($0, seed: seed)?.recording } ?? recording
    return PlannedTraining(
      key: whole.key, epochs: signature.epochs, before: before, epochSize: signature.epochSize,
      memory: context.workingBytes,
      progress: { progress(of: recording) },
      fetch: { await fetch(seed: seed) },
      train: { _ = try await train(seed: seed) { _ in } },
      verification: { plannedVerification(seed: seed) })
  }
}
