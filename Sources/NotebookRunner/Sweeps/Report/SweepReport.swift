import NotebookResults

/// The tables, charts and sentences that a page shows for a sweep, chosen by its shape.
package struct SweepReport: Sendable {
  /// The share of each parameter in the differences between trials.
  package struct Importance: Sendable {
    /// The method, as the field names it.
    package let method: String
    /// The parameters with shares that add up to 1.
    package let shares: [(name: String, share: Double)]

    package init(method: String, shares: [(name: String, share: Double)]) {
      self.method = method
      self.shares = shares
    }
  }

  private let ranking: TrialRanking
  private let expected: [Double]?
  private let importance: Importance?

  /// - Parameters:
  ///   - expected: the best score that as many random trials are expected to have, for 1, 2, … trials.
  ///   - importance: the importance of the parameters, where there are enough trials for it.
  package init(_ results: SweepResults, expected: [Double]? = nil, importance: Importance? = nil) {
    ranking = TrialRanking(results)
    self.expected = expected
    self.importance = importance
  }

  package var outputs: [Output] {
    [.text(SearchAdvice(ranking).words)] + TrialTable(ranking).outputs + charts
  }

  /// The charts, which say nothing of a single trial.
  private var charts: [Output] {
    guard ranking.scored.count > 1 else { return [] }
    let settings = ScientificComparison(ranking).outputs + ParameterPanels(ranking).outputs + relations
    let course = TrialCurves(ranking).outputs + RungPanels(ranking).outputs
    return settings + course + SearchProgress(ranking, expected: expected).outputs
      + (importance.map { ImportancePlot($0, trials: ranking.results.trials.count).outputs } ?? [])
      + SeedStrips(ranking).outputs
  }

  /// The relation of several parameters to the score: a grid or a plane for two, parallel coordinates for more.
  private var relations: [Output] {
    switch ranking.varied.count {
    case ...1: []
    case 2: TrialGrid(ranking)?.outputs ?? TrialPlane(ranking).outputs
    default: TrialLines(ranking, importance: importance).outputs
    }
  }
}
