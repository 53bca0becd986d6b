/// A trial of a search and its result.
package struct Observation: Sendable, Hashable {
  /// The number of the trial, from 0.
  package let trial: Int
  package let point: SearchPoint
  /// The result, smaller is better; `nil` for a trial that failed. Numbers that are not finite are failures, too.
  package let loss: Double?
  /// The epochs after which the result was measured.
  package let epochs: Int

  package init(trial: Int, point: SearchPoint, loss: Double?, epochs: Int = 1) {
    self.trial = trial
    self.point = point
    self.loss = loss.flatMap { $0.isFinite ? $0 : nil }
    self.epochs = epochs
  }

  /// Returns true if a result is better than another: failures come last, trials that were trained for longer first,
  /// since early termination stops the worse ones.
  package static func isBetter(_ a: Observation, than b: Observation) -> Bool {
    guard let first = a.loss else { return false }
    guard let second = b.loss else { return true }
    return a.epochs != b.epochs ? a.epochs > b.epochs : first < second
  }

  /// Returns some of the best observations, the best one first, equal ones by number.
  ///
  /// - Parameter count: a small number, such as 25: the work is proportional to it.
  package static func best(_ count: Int, of observations: some Sequence<Observation>) -> [Observation] {
    var best: [Observation] = []
    for observation in observations {
      if best.count == count {
        guard let last = best.last, precedes(observation, last) else { continue }
        best.removeLast()
      }
      best.insert(observation, at: best.firstIndex { precedes(observation, $0) } ?? best.count)
    }
    return best
  }

  /// Returns observations from the best to the worst, equal ones by number.
  package static func ranked(_ observations: [Observation]) -> [Observation] {
    observations.sorted(by: precedes)
  }

  private static func precedes(_ a: Observation, _ b: Observation) -> Bool {
    isBetter(a, than: b) || !isBetter(b, than: a) && a.trial < b.trial
  }
}
