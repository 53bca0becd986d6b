import NotebookResults
import Tuning
import Writing

/// The seeds of the best trials as dots beside their means.
struct SeedStrips {
  private static let most = 10
  /// The largest number of dots of one trial.
  private static let mostSeeds = 50

  private let ranking: TrialRanking

  init(_ ranking: TrialRanking) { self.ranking = ranking }

  var outputs: [Output] {
    let trials = ranking.scored.prefix(Self.most).filter { $0.scores.count > 1 }
    guard trials.count > 1, let best = trials.first, let spread = Spread(best.scores),
      let deviation = spread.standardDeviation
    else { return [] }
    let seeds = trials.enumerated().flatMap { index, trial in
      trial.scores.prefix(Self.mostSeeds).filter { $0.isFinite && ranking.isVisible($0) }.map {
        XYChart.Point(Double(index), $0)
      }
    }
    let means = trials.enumerated().map { XYChart.Point(Double($0), $1.score ?? 0) }
    let chart = XYChart(
      title: .label(.seedsOfBest),
      x: .init(.label(.trial), .plain, categories: trials.map { String($0.number) }), y: ranking.axis,
      series: [.init(.label(.seeds), .points, seeds), .init(.label(.mean), .dashes, means)],
      reading: .phrase(
        .seedsReading,
        [
          String(best.number), ranking.text(spread.mean), ranking.difference(deviation),
          String(best.scores.count),
        ]), numbers: numbers(Array(trials)))
    return [.xyCharts([chart])]
  }

  private func numbers(_ trials: [SweepResults.Trial]) -> Table {
    Table(
      title: .label(.seedsOfBest),
      columns: [
        .init(.label(.trial), .number), .init(.label(.seeds), .number), .init(.label(.mean), .number),
        .init(.label(.standardDeviation), .number), .init(.label(.minimum), .number),
        .init(.label(.maximum), .number),
      ],
      rows: trials.map { trial in
        [
          .integer(trial.number), .integer(trial.scores.count), ranking.cell(trial.score),
          ranking.cell(Spread(trial.scores)?.standardDeviation), ranking.cell(trial.scores.min()),
          ranking.cell(trial.scores.max()),
        ]
      })
  }
}
