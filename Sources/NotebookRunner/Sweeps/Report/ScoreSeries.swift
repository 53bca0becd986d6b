import NotebookResults

/// The marks of trials by their scores: points, crosses at the edge for those without a place, and a ring.
struct ScoreSeries {
  private let ranking: TrialRanking
  private let sample: TrialSample

  init(_ ranking: TrialRanking, _ sample: TrialSample) {
    self.ranking = ranking
    self.sample = sample
  }

  /// - Parameter place: the place of a trial on the horizontal axis.
  func series(_ place: (SweepResults.Trial) -> Double) -> [XYChart.Series] {
    var (points, edge): ([XYChart.Point], [XYChart.Point]) = ([], [])
    var hasFarScores = false
    for trial in sample.trials {
      if let score = trial.score, score.isFinite, ranking.isVisible(score) {
        points.append(.init(place(trial), score))
      } else {
        hasFarScores = hasFarScores || trial.score?.isFinite ?? false
        edge.append(.init(place(trial), 0))
      }
    }
    let ring = ranking.best.flatMap { best in best.score.map { XYChart.Point(place(best), $0) } }
    return [.init(nil, .points, points)]
      + (edge.isEmpty
        ? [] : [.init(.label(hasFarScores ? .failedOrFar : .trialFailed), ranking.worstEdge, edge)])
      + (ring.map { [.init(.label(.bestTrial), .rings, [$0])] } ?? [])
  }
}
