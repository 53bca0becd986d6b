import Engine

/// The outcome of doing a stored training again.
struct TrainingVerification: StoredContent {
  /// True if every value and every weight has the same bits.
  let isSame: Bool

  var isSound: Bool { true }
}

extension SeedTrainings {
  /// Returns the work of doing the training with one seed again, which is done once its outcome is stored.
  func plannedVerification(seed: Int) -> PlannedTraining {
    let recording = run(seed: seed).recording
    let (key, epochs) = (recording.key, signature.epochs)
    return PlannedTraining(
      key: key, epochs: epochs, before: 0, epochSize: signature.epochSize, memory: context.workingBytes,
      progress: {
        let stored = context.store.verification(of: key, epochs: epochs, for: context.displayName)
        return TrainingProgress(
          epochs: stored == nil ? 0 : epochs, isDone: stored != nil, differs: stored?.isSame == false)
      },
      fetch: { false },
      train: {
        let isSame = try await isTrainedAgainAlike(seed: seed)
        context.store.keep(TrainingVerification(isSame: isSame), of: key, epochs: epochs)
        if !isSame { throw CellFailure(message: "trained again, it differs in bits from the store") }
      }, verification: { plannedVerification(seed: seed) })
  }

  /// Trains from the start, without what is stored, and compares the outcome with it.
  private func isTrainedAgainAlike(seed: Int) async throws -> Bool {
    let run = run(seed: seed)
    let stored = context.store.training(
      of: run.recording, model: signature.model.model, upTo: signature.epochs, for: context.displayName)
    let again = FitTraining(run, seed: seed, context.alone.storing(in: ResultStore(nil)))
    do {
      return try await again.complete().training.hasBits(of: stored)
    } catch TrainingProblem.diverged(let divergence) {
      return divergence == self.divergence(of: run.recording)
    }
  }
}

extension StoredTraining {
  /// Returns whether another training recorded the same values and ended with the same weights, bit by bit.
  fileprivate func hasBits(of other: StoredTraining?) -> Bool {
    guard let other, stop == other.stop, best?.epoch == other.best?.epoch else { return false }
    return epochs.map(\.bits) == other.epochs.map(\.bits) && state?.weights.bits == other.state?.weights.bits
      && best?.weights.bits == other.best?.weights.bits
  }
}

extension StoredTraining.Epoch {
  fileprivate var bits: [UInt64] { quantities.map(\.value.bitPattern) }
}

extension Weights {
  fileprivate var bits: [[UInt32]] { arrays.map { $0.values.map(\.bitPattern) } }
}
