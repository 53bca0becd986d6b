import NotebookResults
import Writing

/// The trials in the plane of two parameters, in colours by score.
struct TrialPlane {
  private let ranking: TrialRanking

  init(_ ranking: TrialRanking) { self.ranking = ranking }

  var outputs: [Output] {
    guard ranking.varied.count == 2 else { return [] }
    let axes = ranking.varied.map { ParameterAxis(ranking, $0) }
    let sample = TrialSample(ranking.scored + ranking.failed, keeping: ranking.best?.number)
    func point(_ trial: SweepResults.Trial, shade: Double? = nil) -> XYChart.Point {
      .init(axes[0].spreadPlace(of: trial), axes[1].spreadPlace(of: trial), shade: shade)
    }
    // The better ones are drawn last, above the others.
    let scored = sample.trials.reversed().filter { $0.score?.isFinite ?? false }
    let failed = sample.trials.filter { !($0.score?.isFinite ?? false) }
    let names = ranking.varied.map { ranking.name($0) }
    let chart = XYChart(
      title: .joined([ranking.results.score, .phrase(.bySettings, names)]), x: axes[0].axis(),
      y: axes[1].axis(),
      series: [
        .init(nil, .points, scored.map { point($0, shade: ranking.shade(of: $0.score ?? 0)) })
      ]
        + (failed.isEmpty ? [] : [.init(.label(.trialFailed), .crosses, failed.map { point($0) })])
        + (ranking.best.map { [.init(.label(.bestTrial), .rings, [point($0)])] } ?? []),
      reading: .joined([.label(.planeReading), sample.note].compactMap(\.self)),
      numbers: TrialNumbers(ranking).table)
    return [.xyCharts([chart])]
  }
}
