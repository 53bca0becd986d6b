import NotebookResults
import Writing

/// The parallel coordinates of three or more parameters and the score.
struct TrialLines {
  /// The largest number of parameters that a page has room for side by side.
  private static let most = 7

  private let ranking: TrialRanking
  private let parameters: [Int]

  /// - Parameter importance: the importance of the parameters, by which they are chosen if there are too many.
  init(_ ranking: TrialRanking, importance: SweepReport.Importance?) {
    self.ranking = ranking
    func share(_ index: Int) -> Double {
      importance?.shares.first { $0.name == ranking.parameter(index).name }?.share ?? 0
    }
    let order = ranking.varied.sorted { one, other in
      share(one) == share(other) ? one < other : share(one) > share(other)
    }
    parameters = order.prefix(Self.most).sorted()
  }

  var outputs: [Output] {
    let sample = TrialSample(ranking.scored + ranking.failed, keeping: ranking.best?.number)
    let axes = parameters.map { ParameterAxis(ranking, $0) }
    // The better ones are drawn last, above the others.
    let trials = Array(sample.trials.reversed())
    let lines = trials.map { trial in
      let score = trial.score.flatMap { $0.isFinite ? $0 : nil }
      let height = score.flatMap { ranking.isVisible($0) ? $0 : nil }
      return ParallelCoordinates.Line(
        axes.map { $0.spreadPlace(of: trial) } + [height], shade: score.map(ranking.shade))
    }
    let left = ranking.varied.count - parameters.count
    let reading: [Words?] = [
      .phrase(.linesReading, [ranking.best.map { String($0.number) } ?? "–"]),
      ranking.failed.isEmpty ? nil : .label(.dashedLines), sample.note,
      left > 0 ? .phrase(.moreSettings, [NumberFormat.integer(left)]) : nil,
    ]
    return [
      .parallelCoordinates(
        ParallelCoordinates(
          title: .label(.trialsBySettings), axes: axes.map { $0.axis() } + [ranking.axis], lines: lines,
          best: trials.firstIndex { $0.number == ranking.best?.number },
          reading: .joined(reading.compactMap(\.self)), numbers: TrialNumbers(ranking).table))
    ]
  }
}
