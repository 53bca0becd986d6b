extension Trainer {
  /// How long a part of an epoch is trained, in seconds, to know how long a whole one takes.
  private static let sample = 0.3

  /// Returns an estimate of the seconds of one epoch, validation included, from some of its steps. The trainer cannot
  /// be used afterwards.
  ///
  /// - Throws: `TrainingProblem.diverged`, as in training.
  package func measureEpoch() throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    var listener = PaceListener(start: start, sample: Self.sample)
    do {
      _ = try trainEpoch(&listener)
      return (clock.now - start) / .seconds(1)
    } catch let seen as EnoughSeen {
      let beforeValidation = clock.now
      _ = try validate()
      return seen.seconds + (clock.now - beforeValidation) / .seconds(1)
    }
  }
}

/// The seconds that all steps of an epoch take, by the pace of some.
private struct EnoughSeen: Error {
  let seconds: Double
}

/// Ends an epoch once its pace is known.
private struct PaceListener: TrainingListener {
  let start: ContinuousClock.Instant
  let sample: Double

  func finished(_ step: Step) throws -> TrainingStop? {
    let passed = (ContinuousClock.now - start) / .seconds(1)
    guard passed >= sample, !step.isLast else { return nil }
    throw EnoughSeen(seconds: passed * Double(step.count) / Double(step.index))
  }
}
