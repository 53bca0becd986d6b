import NotebookResults
import Writing

/// The best score so far against the epochs that were trained, beside the same trials in random order.
struct SearchProgress {
  /// The largest number of points of a curve.
  private static let most = 200

  private let ranking: TrialRanking
  private let expected: [Double]?

  init(_ ranking: TrialRanking, expected: [Double]?) {
    self.ranking = ranking
    self.expected = expected
  }

  /// A trial that was trained until an epoch, which counts as its last.
  private struct Step {
    let trial: SweepResults.Trial
    /// The epochs that were trained for it since its step before.
    let cost: Double
    let score: Double?
  }

  /// The trials in the order in which they were trained: one after the other, or rung by rung where they may end early.
  private var steps: [Step] {
    let results = ranking.results
    let rungs = results.brackets.flatMap(\.self)
    if rungs.isEmpty { return results.trials.map { Step(trial: $0, cost: Double($0.cost), score: $0.score) } }
    let trials = Dictionary(results.trials.map { ($0.number, $0) }) { first, _ in first }
    let ends = Dictionary(rungs.flatMap { rung in rung.trials.map { ($0, rung.epochs) } }) { max($0, $1) }
    var before: [Int: Int] = [:]
    return rungs.flatMap { rung in
      rung.trials.compactMap { number in
        guard let trial = trials[number], let end = ends[number] else { return nil }
        let share = Double(rung.epochs - (before.updateValue(rung.epochs, forKey: number) ?? 0)) / Double(end)
        let score = rung.epochs == end ? trial.score : ranking.score(of: trial, after: rung.epochs)
        return Step(trial: trial, cost: Double(trial.cost) * share, score: score)
      }
    }
  }

  /// A trial that was better than all before it, with the epochs trained until then.
  private struct Gain {
    let trial: Int
    let cost: Double
    let score: Double
  }

  var outputs: [Output] {
    var gains: [Gain] = []
    var cost = 0.0
    for step in steps {
      cost += step.cost
      guard let score = step.score, score.isFinite else { continue }
      if let last = gains.last, ranking.bestScore([last.score, score]) == last.score { continue }
      gains.append(Gain(trial: step.trial.number, cost: cost, score: score))
    }
    guard let last = gains.last, cost > 0 else { return [] }
    let random = random(cost: cost)
    guard gains.count > 1 || !random.isEmpty else { return [] }
    let costs = [last.cost, cost].map { NumberFormat.fixed($0, digits: 0) }
    var reading: [Words] = [.phrase(.progressReading, [ranking.text(last.score)] + costs)]
    if !random.isEmpty, let score = expectedScore(at: last.cost / cost) {
      reading.append(.phrase(.randomReading, [ranking.text(score)]))
    }
    let chart = XYChart(
      title: .label(.bestByCost), x: .init(.label(.trainedEpochs), .count), y: ranking.axis,
      series: [.init(.label(.bestSoFar), .line, corners(gains, until: cost))]
        + (random.isEmpty ? [] : [.init(.label(.randomSearch), .line, random)]), reading: .joined(reading),
      numbers: Table(
        title: .label(.bestByCost),
        columns: [
          .init(.label(.trial), .number), .init(.label(.trainedEpochs), .number),
          .init(.label(.bestSoFar), .number),
        ],
        rows: gains.suffix(TrialTable.most).map { gain in
          [.integer(gain.trial), .number(gain.cost, digits: 0), ranking.cell(gain.score)]
        }))
    return [.xyCharts([chart])]
  }

  /// Returns the corners of a line that stays level until the next gain.
  private func corners(_ gains: [Gain], until end: Double) -> [XYChart.Point] {
    let shown = gains.filter { ranking.isVisible($0.score) }.suffix(Self.most)
    var points: [XYChart.Point] = []
    for gain in shown {
      if let last = points.last { points.append(.init(gain.cost, last.y)) }
      points.append(.init(gain.cost, gain.score))
    }
    if let last = points.last { points.append(.init(end, last.y)) }
    return points
  }

  /// Returns the score that is expected after a share of the cost, in random order.
  private func expectedScore(at share: Double) -> Double? {
    guard let expected, !expected.isEmpty else { return nil }
    return expected[min(expected.count, max(1, Int(share * Double(ranking.results.trials.count)))) - 1]
  }

  /// Returns the expectation for trials in random order, which cost as much as those of the sweep on average.
  private func random(cost: Double) -> [XYChart.Point] {
    let expected = (expected ?? []).prefix(ranking.results.trials.count)
    let step = max(1, (expected.count + Self.most - 1) / Self.most)
    return expected.enumerated().compactMap { index, score in
      guard (index + 1) % step == 0 || index == 0 || index == expected.count - 1, score.isFinite,
        ranking.isVisible(score)
      else { return nil }
      return .init(cost * Double(index + 1) / Double(ranking.results.trials.count), score)
    }
  }
}
