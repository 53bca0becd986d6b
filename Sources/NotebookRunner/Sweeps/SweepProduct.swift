import Engine
import NotebookResults
import Options
import Tuning

/// The product of a sweep, for the cells that use it.
package struct SweepProduct: Sendable {
  /// The best trial as a fit.
  let best: FitProduct
  let results: SweepResults
}

extension SweepSearch {
  /// The trials with their settings and what they measured.
  var results: SweepResults {
    SweepResults(
      metric: plan.metric, countsBestEpoch: plan.countsBestEpoch,
      parameters: plan.parameters.map(SweepResults.Parameter.init),
      trials: trials.enumerated().map { number, trial in
        SweepResults.Trial(
          number: number, settings: plan.values(at: trial.point).map(\.spelling),
          places: trial.point.coordinates.map(\.place), scores: trial.result.scores,
          curve: trial.result.curve, cost: trial.result.epochs, end: trial.end)
      },
      brackets: plan.brackets.allSatisfy { $0.epochs.count == 1 } && plan.brackets.count == 1
        ? []
        : brackets.map { rungs in rungs.map { SweepResults.Rung(epochs: $0.epochs, trials: $0.trials) } },
      best: best)
  }

  /// The best score that 1, 2, … of these trials are expected to have, in random order; `nil` if all failed.
  var expectedScores: [Double]? {
    // The work is that of all pairs of trials.
    let most = 2_000
    let losses = trials.prefix(most).map { plan.loss($0.result.score) }
    return ExpectedBest.losses(losses, trials: Array(1...max(1, losses.count))).map { $0.map(plan.score) }
  }

  /// The share of each parameter in the difference between the best trials and all, where there are enough.
  var importance: SweepReport.Importance? {
    ParameterImportance.shares(of: plan.space, observations).map { shares in
      SweepReport.Importance(
        method: "PED-ANOVA", shares: zip(plan.parameters, shares).map { ($0.name.value, $1) })
    }
  }

  /// The work that was stored before.
  var saved: SavedWork { SavedWork(sumOf: trials.map(\.result.saved)) }
}

extension SweepSearch.Trial {
  fileprivate var end: SweepResults.End {
    if let failure = result.failure { return .failed(failure) }
    return isWhole ? .finished : .stopped
  }
}

extension SweepResults.Parameter {
  fileprivate init(_ parameter: SweptParameter) {
    switch parameter.values {
    case .choices(let choices):
      self.init(
        name: parameter.name.value, scale: .choices(choices.map(\.spelling)), range: nil, role: parameter.role
      )
    case .numbers(let domain):
      self.init(
        name: parameter.name.value, scale: domain.isLogarithmic ? .logarithmic : .linear, range: domain.range,
        role: parameter.role)
    }
  }
}

extension FitSettings {
  /// The settings of a trial, as comparisons show them.
  init(_ trial: TrialPlan) {
    self.init(
      modelParameters: trial.signature.model.parameters.map { Setting(name: $0.name, value: "\($0.value)") },
      options: Setting.all(of: trial.resolved.filter { !CellOptions.names.contains($0.name) }))
  }
}
