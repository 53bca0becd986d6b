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

  /// Returns the parts, in their order.
  package func outputs(of parts: [SweepPart] = SweepPart.allCases) -> [Output] { parts.flatMap(outputs) }

  private func outputs(of part: SweepPart) -> [Output] {
    // Charts say nothing of a single trial.
    guard ranking.scored.count > 1 || part == .advice || part == .trials else { return [] }
    return switch part {
    case .advice: [.text(SearchAdvice(ranking).words)]
    case .trials: TrialTable(ranking).outputs
    case .scientific: ScientificComparison(ranking).outputs
    case .parameters: ParameterPanels(ranking).outputs
    case .relations: relations
    case .curves: TrialCurves(ranking).outputs
    case .rungs: RungPanels(ranking).outputs
    case .cost: SearchProgress(ranking, expected: expected).outputs
    case .importance:
      importance.map { ImportancePlot($0, trials: ranking.results.trials.count).outputs } ?? []
    case .seeds: SeedStrips(ranking).outputs
    }
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
