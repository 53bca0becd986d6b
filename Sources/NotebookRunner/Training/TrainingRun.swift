/// A fit's training: its options, its signature, and everything that its result depends on.
struct TrainingRun: Sendable {
  let fit: Fit
  let signature: FitSignature
  let draft: KeyDraft

  init(fit: Fit, signature: FitSignature, draft: KeyDraft) {
    self.fit = fit
    self.signature = signature
    self.draft = draft
  }

  init?(_ work: FullestWork) {
    guard let fit = work.directive as? Fit, case .fit(let signature) = work.signature.kind else { return nil }
    self.init(fit: fit, signature: signature, draft: work.draft)
  }

  var recording: Recording {
    Recording(
      key: fit.work(draft), names: signature.recorded.map(\.name), measuresLayers: fit.measuresLayers,
      recordsRate: fit.recordsRate, mayEndEarly: fit.mayEndEarly, keepsBest: fit.callbacks.keepsBest)
  }
}
