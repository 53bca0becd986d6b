import Diagnostics
import Engine
import NotebookResults
import Options
import Tuning

/// A sweep whose settings are known to make sense.
package struct SweepPlan: Sendable {
  let parameters: [SweptParameter]
  let space: SearchSpace
  let search: any SearchMethod
  /// The number of trials.
  let count: Int
  /// The trials that start together, with their rungs.
  let brackets: [Bracket]
  let planner: TrialPlanner
  let metric: RecordedQuantity
  /// True if a trial's best epoch counts, false if its last does.
  let countsBestEpoch: Bool
  let seeds: [Int]
  /// True if results are those of several seeds.
  let isSeeded: Bool
  /// The data whose test samples rank trials, as its author means it; `nil` if others do.
  let testData: String?
  let check: SweepCheck

  /// The epochs that all trials take, with each seed, if none fails.
  var totalEpochs: Int {
    (endsEarly ? brackets.reduce(0) { $0 + $1.totalEpochs } : check.epochs) * seeds.count
  }

  /// The names by which the settings of the best trial are read: their last words, or where these are alike, the
  /// whole names with `_` for each period.
  var configNames: [String] {
    let last = parameters.map { $0.name.value.split(separator: ".").last.map(String.init) ?? $0.name.value }
    return zip(parameters, last).map { parameter, word in
      last.count { $0 == word } == 1 ? word : parameter.name.value.replacing(".", with: "_")
    }
  }

  /// True if trials may end before the last epoch of the fit.
  var endsEarly: Bool { brackets.count > 1 || brackets[0].epochs.count > 1 }

  /// True if no result decides which trials are trained, and for how long.
  var isKnownInAdvance: Bool { !endsEarly && search.trialsNeeded(before: count - 1) == 0 }

  /// Returns the planner of trials that are trained until an epoch, if early termination sets it.
  func planner(until epoch: Int) -> TrialPlanner { endsEarly ? planner.with(epochs: epoch) : planner }

  /// Returns the settings of a trial as they would be written.
  func values(at point: SearchPoint) -> [OptionValue] {
    zip(parameters, point.coordinates).map { $0.value(at: $1) }
  }

  /// Returns the number by which a trial is ranked, smaller is better.
  func loss(_ score: Double?) -> Double? {
    score.map { metric.quantity.better == .lower ? $0 : -$0 }
  }

  /// Returns the metric that a number by which trials are ranked stands for.
  func score(_ loss: Double) -> Double { metric.quantity.better == .lower ? loss : -loss }

  /// Returns the metric of a training; `nil` if it recorded none, or one that is no finite number.
  func score(of history: TrainingHistory) -> Double? {
    guard let values = history[metric]?.values else { return nil }
    let score =
      countsBestEpoch ? metric.quantity.best(of: values) : history.result(of: .quantity(metric))
    return score.flatMap { $0.isFinite ? $0 : nil }
  }
}

extension Quantity {
  /// Returns the best of some values.
  fileprivate func best(of values: [Double]) -> Double? {
    switch better {
    case .lower: values.min()
    case .higher: values.max()
    }
  }
}
