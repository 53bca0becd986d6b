import Synchronization

/// The progress of a sweep: its trials, and the share of its epochs that is done.
final class SweepProgress: Sendable {
  private struct State {
    /// The epochs of each training, by its trial and seed.
    var epochs: [Training: Int] = [:]
    var begun: Set<Int> = []
    var done = 0
  }

  private struct Training: Hashable {
    let trial: Int
    let seed: Int
  }

  private let epochs: Int
  private let trials: Int
  private let report: @Sendable (CellProgress) -> Void
  private let state = Mutex(State())

  /// - Parameters:
  ///   - epochs: the number of epochs of all trainings.
  ///   - trials: the number of trials.
  init(epochs: Int, trials: Int, _ report: @escaping @Sendable (CellProgress) -> Void) {
    self.epochs = epochs
    self.trials = trials
    self.report = report
  }

  /// Returns the listener to the progress of one training.
  func part(trial: Int, seed: Int) -> @Sendable (CellProgress) -> Void {
    { progress in
      guard case .epoch(let epoch, _, _, _) = progress else { return }
      let (begun, done) = self.state.withLock { state in
        let training = Training(trial: trial, seed: seed)
        state.done += max(0, epoch - (state.epochs[training] ?? 0))
        state.epochs[training] = max(epoch, state.epochs[training] ?? 0)
        state.begun.insert(trial)
        return (state.begun.count, state.done)
      }
      self.report(
        .trainings(
          done: max(0, begun - 1), of: self.trials, share: min(1, Double(done) / Double(self.epochs))))
    }
  }
}
