import NotebookResults
import Tuning

/// The course of a sweep: it chooses settings, has trials trained, and decides which of them go on.
///
/// Its next step depends on the results of whole batches and rungs alone, never on the order in which they came.
struct SweepSearch {
  /// A trial that is to be trained until an epoch.
  struct Step: Sendable {
    let trial: Int
    let point: SearchPoint
    let epochs: Int
    /// The epochs that earlier steps have trained.
    var before = 0
  }

  /// A trial with its last result.
  struct Trial: Sendable {
    let point: SearchPoint
    /// The epochs after which it was measured last.
    var epochs: Int
    var result: TrialResult
    /// False if it was not promoted after a rung.
    var isWhole = true
  }

  let plan: SweepPlan
  /// The trials so far, by number.
  private(set) var trials: [Trial] = []
  /// The rungs of each bracket so far.
  private(set) var brackets: [[Rung]] = []

  init(_ plan: SweepPlan) { self.plan = plan }

  /// Goes through all trials.
  ///
  /// - Parameter train: trains trials and returns their results in order, or `nil` to stop the search there.
  /// - Returns: false if it was stopped.
  mutating func run(_ train: ([Step]) async throws -> [TrialResult]?) async throws -> Bool {
    for bracket in plan.brackets {
      brackets.append([])
      guard try await start(bracket, train) else { return false }
      var rung = bracket.firstRung
      while let next = bracket.rung(after: rung, losses: rung.trials.map(loss)) {
        brackets[brackets.count - 1].append(next)
        for trial in Set(rung.trials).subtracting(next.trials) { trials[trial].isWhole = false }
        let steps = next.trials.map {
          Step(trial: $0, point: trials[$0].point, epochs: next.epochs, before: rung.epochs)
        }
        guard let results = try await train(steps) else { return false }
        for (trial, result) in zip(next.trials, results) {
          trials[trial].epochs = next.epochs
          trials[trial].result = result.going(onFrom: trials[trial].result)
        }
        rung = next
      }
      if rung.epochs < bracket.epochs.last ?? 0 {
        for trial in rung.trials { trials[trial].isWhole = false }
      }
    }
    return true
  }

  /// Trains the trials of a bracket's first rung, as many at once as the search allows.
  private mutating func start(
    _ bracket: Bracket, _ train: ([Step]) async throws -> [TrialResult]?
  ) async throws -> Bool {
    let rung = bracket.firstRung
    brackets[brackets.count - 1].append(rung)
    var next = bracket.trials.lowerBound
    while next < bracket.trials.upperBound {
      // Those that may be chosen now: all whose points depend on no trial that is still open.
      var end = next + 1
      while end < bracket.trials.upperBound, plan.search.trialsNeeded(before: end) <= next { end += 1 }
      let points = plan.search.points(next..<end, given: observations)
      let steps = zip(next..<end, points).map { Step(trial: $0, point: $1, epochs: rung.epochs) }
      guard let results = try await train(steps) else { return false }
      trials += zip(points, results).map { Trial(point: $0, epochs: rung.epochs, result: $1) }
      next = end
    }
    return true
  }

  private func loss(_ trial: Int) -> Double? { plan.loss(trials[trial].result.score) }

  var observations: [Observation] {
    trials.enumerated().map { number, trial in
      Observation(
        trial: number, point: trial.point, loss: plan.loss(trial.result.score), epochs: trial.epochs)
    }
  }

  /// The number of the best trial; `nil` if all failed.
  var best: Int? { Observation.ranked(observations).first { $0.loss != nil }?.trial }
}

/// The outcome of training a trial.
struct TrialResult: Sendable {
  /// The metric of each seed; empty for a trial that failed.
  let scores: [Double]
  /// The metric of each epoch, averaged over the seeds.
  let curve: [Double]
  /// The epochs that it has been trained for, all seeds together.
  let epochs: Int
  /// The reason for which it failed; `nil` if it did not.
  let failure: String?
  let saved: SavedWork

  /// Returns this result of a training that goes on from another of the same run, whose epochs were stored only
  /// then.
  func going(onFrom earlier: TrialResult) -> TrialResult {
    if earlier.saved.isAll { return self }
    return TrialResult(
      scores: scores, curve: curve, epochs: epochs, failure: failure, saved: earlier.saved)
  }

  /// The mean of the seeds; `nil` for a trial that failed.
  var score: Double? { Spread(scores)?.mean }
}
