import NotebookResults
import Writing

/// The scores of all trials by epoch: the best in colour, the others thin and grey.
struct TrialCurves {
  /// The largest number of curves, and of points in all of them together.
  private static let (most, mostPoints) = (200, 8_000)
  /// The largest number of rows in the table.
  private static let rows = 50

  private let ranking: TrialRanking

  init(_ ranking: TrialRanking) { self.ranking = ranking }

  var outputs: [Output] {
    let recorded = ranking.results.trials.filter { $0.curve.contains(where: \.isFinite) }
    let epochs = recorded.map(\.curve.count).max() ?? 0
    guard epochs > 1, recorded.count > 1, let best = ranking.best, !best.curve.isEmpty else { return [] }
    let sample = TrialSample(recorded, most: Self.most, keeping: best.number)
    let step = max(1, (sample.trials.count * epochs + Self.mostPoints - 1) / Self.mostPoints)
    let range = TrialRanking.visible(
      sample.trials.flatMap { $0.curve.filter(\.isFinite) }, of: ranking.results.metric)
    let others = sample.trials.filter { $0.number != best.number }
    let chart = XYChart(
      title: .joined([ranking.results.metric.words, .label(.byEpoch)]), x: .init(.label(.epoch), .count),
      y: .init(ranking.results.metric.words, ranking.unit),
      series: [
        .init(.phrase(.trialNumber, [String(best.number)]), .line, points(best.curve, step) { _ in true })
      ]
        + others.enumerated().map { index, trial in
          .init(index == 0 ? .label(.otherTrials) : nil, .thin, points(trial.curve, step, range.contains))
        }, reading: .joined([reading(recorded, best), sample.note].compactMap(\.self)),
      numbers: numbers(recorded, best, epochs))
    return [.xyCharts([chart])]
  }

  /// Returns the part of a curve that the chart has room for: it begins and ends where the values come and go.
  private func points(_ curve: [Double], _ step: Int, _ isShown: (Double) -> Bool) -> [XYChart.Point] {
    func isMissing(_ value: Double) -> Bool { !value.isFinite || !isShown(value) }
    return curve.enumerated().drop { isMissing($0.element) }.prefix { !isMissing($0.element) }
      .filter { ($0.offset + 1) % step == 0 || $0.offset == 0 || $0.offset == curve.count - 1 }
      .map { XYChart.Point(Double($0.offset + 1), $0.element) }
  }

  private func reading(_ trials: [SweepResults.Trial], _ best: SweepResults.Trial) -> Words {
    let ends = trials.filter { $0.end == .finished }.compactMap(\.curve.last).filter(\.isFinite)
    let last = best.curve.last { $0.isFinite } ?? 0
    guard let low = TrialRanking.quantile(0.25, of: ends), let high = TrialRanking.quantile(0.75, of: ends)
    else { return .phrase(.trialNumber, [String(best.number)]) }
    return .phrase(
      .curvesReading, [String(best.number), ranking.text(last), ranking.text(low), ranking.text(high)])
  }

  private func numbers(_ trials: [SweepResults.Trial], _ best: SweepResults.Trial, _ epochs: Int) -> Table {
    let step = max(1, (epochs + Self.rows - 1) / Self.rows)
    return Table(
      title: ranking.results.metric.words,
      columns: [
        .init(.label(.epoch), .number), .init(.phrase(.trialNumber, [String(best.number)]), .number),
        .init(.label(.trials), .number), .init(.label(.bestTrial), .number), .init(.label(.median), .number),
      ],
      rows: stride(from: step - 1, to: epochs, by: step).map { epoch in
        let values = trials.compactMap { epoch < $0.curve.count ? $0.curve[epoch] : nil }.filter(\.isFinite)
        return [
          .integer(epoch + 1), ranking.cell(epoch < best.curve.count ? best.curve[epoch] : nil),
          .integer(values.count), ranking.cell(ranking.bestScore(values)),
          ranking.cell(TrialRanking.median(values)),
        ]
      })
  }
}
