/// A step of early termination: the trials that are trained until an epoch.
package struct Rung: Sendable, Hashable {
  /// The epochs after which each trial of the rung has been trained, counted from its start.
  package let epochs: Int
  /// The numbers of the trials, in ascending order.
  package let trials: [Int]

  package init(epochs: Int, trials: [Int]) {
    self.epochs = epochs
    self.trials = trials
  }
}

/// Trials that start together, of which the better are trained on in each rung.
///
/// A rung is decided when it is whole, so that timing does not matter.
package struct Bracket: Sendable, Hashable {
  /// The epochs of the rungs, in ascending order, at least one.
  package let epochs: [Int]
  package let trials: Range<Int>
  /// One of so many trials is promoted.
  package let eta: Int

  init(epochs: [Int], trials: Range<Int>, eta: Int) {
    self.epochs = epochs
    self.trials = trials
    self.eta = eta
  }

  /// Creates a bracket of a search in which no trial ends early.
  package init(epochs: Int, trials: Int) { self.init(epochs: [epochs], trials: 0..<max(0, trials), eta: 2) }

  /// The rung of all trials.
  package var firstRung: Rung { Rung(epochs: epochs[0], trials: Array(trials)) }

  /// Returns the next rung, decided by the results of a whole one: the best of its trials, as many as
  /// ``size(ofRung:)`` says. Of equal results the lower number goes first, and trials that failed are not promoted.
  ///
  /// - Parameter losses: the results of the trials of the rung, in their order, smaller is better; `nil` or a number
  ///   that is not finite for a failure.
  /// - Returns: `nil` after the last rung, and if all trials failed.
  package func rung(after rung: Rung, losses: [Double?]) -> Rung? {
    guard let index = epochs.firstIndex(of: rung.epochs), index + 1 < epochs.count else { return nil }
    let finished = zip(rung.trials, losses).compactMap { trial, loss in
      loss.flatMap { $0.isFinite ? (loss: $0, trial: trial) : nil }
    }
    let best = finished.sorted { $0 < $1 }.prefix(size(ofRung: index + 1))
    return best.isEmpty ? nil : Rung(epochs: epochs[index + 1], trials: best.map(\.trial).sorted())
  }

  /// The epochs that are trained in all, for one seed, if no trial fails; a promoted trial goes on with those it has.
  package var totalEpochs: Int {
    epochs.indices.reduce(0) { total, index in
      total + size(ofRung: index) * (epochs[index] - (index == 0 ? 0 : epochs[index - 1]))
    }
  }

  /// Returns the number of trials in a rung by its index k, unless too many of those before failed: ⌊n / etaᵏ⌋ of the
  /// n that started, but at least one.
  package func size(ofRung index: Int) -> Int {
    max(1, (0..<index).reduce(trials.count) { size, _ in size / eta })
  }
}
