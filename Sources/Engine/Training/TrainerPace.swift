extension Trainer {
  private struct EnoughSeen: Error {
    let seconds: Double
  }

  /// How long a part of an epoch is trained, in seconds, to know how long a whole one takes.
  private static let sample = 0.3

  /// Seconds of one epoch, validation included, from the pace of some steps. The trainer is of no further use.
  ///
  /// - Throws: `TrainingProblem.diverged`, as training does.
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
