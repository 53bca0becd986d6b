/// A fit's training with one seed: its options, its signature, and everything that its result depends on.
struct TrainingRun: Sendable {
  let fit: Fit
  let signature: FitSignature
  /// The dependencies of the result, those of a fit with that `seed` alone.
  let draft: KeyDraft

  /// - Parameter draft: the dependencies of the whole fit, which may have several seeds.
  init(fit: Fit, signature: FitSignature, draft: KeyDraft, seed: Int) {
    self.fit = fit.with(seed: seed)
    self.signature = signature
    self.draft = draft.with(seed: seed)
  }

  init?(_ work: FullestWork, seed: Int) {
    guard let fit = work.directive as? Fit, case .fit(let signature) = work.signature.kind else { return nil }
    self.init(fit: fit, signature: signature, draft: work.draft, seed: seed)
  }

  var recording: Recording {
    Recording(
      key: fit.work(draft), names: signature.recorded.map(\.name), measuresLayers: fit.measuresLayers,
      recordsRate: fit.recordsRate, mayEndEarly: fit.mayEndEarly, keepsBest: fit.callbacks.keepsBest,
      optimizerArrays: fit.optimizer.stateCount)
  }
}
