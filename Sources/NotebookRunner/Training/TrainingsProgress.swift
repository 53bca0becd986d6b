import Synchronization

/// The progress of several trainings of one cell as a whole.
final class TrainingsProgress: Sendable {
  private let count: Int
  private let shares: Mutex<[Double]>
  private let report: @Sendable (CellProgress) -> Void

  init(_ count: Int, _ report: @escaping @Sendable (CellProgress) -> Void) {
    self.count = count
    self.report = report
    shares = Mutex(Array(repeating: 0, count: count))
  }

  /// Returns the listener to the progress of one training; a single training reports for itself.
  func part(_ index: Int) -> @Sendable (CellProgress) -> Void {
    if count == 1 { return report }
    return { progress in
      guard let share = progress.share else { return }
      let all = self.shares.withLock { shares in
        shares[index] = share
        return shares
      }
      self.report(
        .trainings(done: all.count { $0 == 1 }, of: self.count, share: all.reduce(0, +) / Double(self.count)))
    }
  }
}

extension CellProgress {
  /// The share of a training that is done; `nil` if it is not training.
  fileprivate var share: Double? {
    switch self {
    case .step(let epoch, let epochs, let share, _): (Double(epoch - 1) + share) / Double(epochs)
    case .epoch(let epoch, let epochs, _, let endedEarly):
      endedEarly == nil ? Double(epoch) / Double(epochs) : 1
    case .loading, .answering, .tryingRates, .trainings, .ended: nil
    }
  }
}
