extension Trainer {
  private struct EnoughSeen: Error {
    let seconds: Double
  }

  /// The seconds of training from which the duration of an epoch is estimated.
  private static let sample = 0.3

  /// Returns an estimate of the seconds of one epoch, validation included, from some of its steps. The trainer cannot
  /// be used afterwards.
  ///
  /// - Throws: `TrainingProblem.diverged`, as in training.
  package func measureEpoch() throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    func seconds() -> Double { (clock.now - start) / .seconds(1) }
    do {
      _ = try trainEpoch { step in
        let passed = seconds()
        if passed >= Self.sample, step.index < step.count {
          throw EnoughSeen(seconds: passed * Double(step.count) / Double(step.index))
        }
      }
      return seconds()
    } catch let seen as EnoughSeen {
      let beforeValidation = clock.now
      _ = try validate()
      return seen.seconds + (clock.now - beforeValidation) / .seconds(1)
    }
  }
}
