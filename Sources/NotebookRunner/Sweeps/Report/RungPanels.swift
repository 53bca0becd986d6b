import NotebookResults
import Writing

/// A panel for each bracket of early termination: the values of its trials at each rung.
struct RungPanels {
  /// The largest number of brackets and of rungs in one, which grow with the logarithm of the epochs.
  private static let most = 20

  private let ranking: TrialRanking
  private let trials: [Int: SweepResults.Trial]

  init(_ ranking: TrialRanking) {
    self.ranking = ranking
    trials = Dictionary(ranking.results.trials.map { ($0.number, $0) }) { first, _ in first }
  }

  var outputs: [Output] {
    let brackets = ranking.results.brackets.prefix(Self.most)
    let charts = brackets.enumerated().compactMap { index, rungs in
      rungs.isEmpty ? nil : chart(Array(rungs.prefix(Self.most)), number: index + 1)
    }
    return charts.isEmpty ? [] : [.xyCharts(charts)]
  }

  private func chart(_ rungs: [SweepResults.Rung], number: Int) -> XYChart {
    var (kept, stopped, edge): ([XYChart.Point], [XYChart.Point], [XYChart.Point]) = ([], [], [])
    var rings: [XYChart.Point] = []
    var note: Words?
    let range = TrialRanking.visible(
      rungs.flatMap { rung in
        rung.trials.compactMap { trials[$0].flatMap { ranking.score(of: $0, after: rung.epochs) } }
      }, of: ranking.results.metric)
    for (index, rung) in rungs.enumerated() {
      let next = index + 1 < rungs.count ? Set(rungs[index + 1].trials) : nil
      let members = TrialSample(
        rung.trials.compactMap { trials[$0] }, most: TrialSample.most / rungs.count,
        keeping: ranking.best?.number)
      note = note ?? members.note
      for trial in members.trials {
        let place = Double(index) + ParameterAxis.offset(trial.number)
        if let value = ranking.score(of: trial, after: rung.epochs), range.contains(value) {
          let point = XYChart.Point(place, value)
          if trial.number == ranking.best?.number { rings.append(point) }
          if next?.contains(trial.number) ?? true { kept.append(point) } else { stopped.append(point) }
        } else {
          edge.append(.init(place, 0))
        }
      }
    }
    let title: Words =
      ranking.results.brackets.count > 1
      ? .phrase(.bracketNumber, [String(number)]) : .label(.rungsOfHalving)
    return XYChart(
      title: title,
      x: .init(.label(.epochs), .plain, categories: rungs.map { NumberFormat.integer($0.epochs) }),
      y: ranking.axis,
      series: [
        .init(.label(.promoted), .points, kept), .init(.label(.stopped), .points, stopped),
      ] + (edge.isEmpty ? [] : [.init(.label(.failedOrFar), ranking.worstEdge, edge)])
        + (rings.isEmpty ? [] : [.init(.label(.bestTrial), .rings, rings)]),
      reading: .joined([reading(rungs, number: number), note].compactMap(\.self)),
      numbers: numbers(rungs, title: title))
  }

  private func reading(_ rungs: [SweepResults.Rung], number: Int) -> Words {
    guard rungs.count > 1, let first = rungs.first, let last = rungs.last else { return .list([]) }
    return .phrase(
      .rungsReading,
      [String(number)]
        + [first.trials.count, first.epochs, last.trials.count, last.epochs].map(
          NumberFormat.integer))
  }

  private func numbers(_ rungs: [SweepResults.Rung], title: Words) -> Table {
    Table(
      title: title,
      columns: [
        .init(.label(.epochs), .number), .init(.label(.trials), .number), .init(.label(.stopped), .number),
        .init(.label(.bestTrial), .number), .init(.label(.median), .number),
      ],
      rows: rungs.enumerated().map { index, rung in
        let values = rung.trials.compactMap {
          trials[$0].flatMap { ranking.score(of: $0, after: rung.epochs) }
        }
        let next = index + 1 < rungs.count ? rungs[index + 1].trials.count : rung.trials.count
        return [
          .integer(rung.epochs), .integer(rung.trials.count), .integer(rung.trials.count - next),
          ranking.cell(ranking.bestScore(values)), ranking.cell(TrialRanking.median(values)),
        ]
      })
  }
}
