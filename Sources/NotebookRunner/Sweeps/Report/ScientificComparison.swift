import NotebookResults
import Writing

/// The best trial for each value of the scientific parameters, over all values of the nuisance parameters.
///
/// Roles follow Godbole et al., "Deep Learning Tuning Playbook", 2023.
struct ScientificComparison {
  /// The largest number of values.
  private static let most = 40

  private typealias Group = (name: String, trials: [SweepResults.Trial])

  private let ranking: TrialRanking
  private let scientific: [Int]
  private let nuisances: [Int]

  init(_ ranking: TrialRanking) {
    self.ranking = ranking
    scientific = ranking.varied.filter { ranking.parameter($0).role == .scientific }
    nuisances = ranking.varied.filter { ranking.parameter($0).role == .nuisance }
  }

  var outputs: [Output] {
    let groups = groups
    guard groups.count > 1 else { return [] }
    let shown = Array(groups.prefix(Self.most))
    let names = [scientific, nuisances].map { indices in
      indices.map(ranking.name).joined(separator: ", ")
    }
    let title = Words.phrase(.bestBySetting, [SettingText.short(names[0])])
    let table = table(shown, title: title)
    let sample = TrialSample(ranking.results.trials, keeping: nil)
    let left = groups.count - shown.count
    let reading: [Words?] = [
      nuisances.isEmpty ? nil : .phrase(.nuisanceReading, names.map { SettingText.short($0, columns: 200) }),
      left > 0 ? .phrase(.moreValues, [NumberFormat.integer(left)]) : nil, sample.note,
    ]
    let chart = XYChart(
      title: title,
      x: .init(.verbatim(SettingText.short(names[0])), .plain, categories: shown.map(\.name)),
      y: ranking.axis, series: series(shown, sample), reading: .joined(reading.compactMap(\.self)),
      numbers: table)
    return [.table(table), .xyCharts([chart])]
  }

  /// The trials by value, in ascending order of the values.
  private var groups: [Group] {
    guard !scientific.isEmpty else { return [] }
    func places(_ trial: SweepResults.Trial) -> [Double] { scientific.map { trial.places[$0] } }
    let order = ranking.results.trials.sorted { one, other in
      let (first, second) = (places(one), places(other))
      return first == second ? one.number < other.number : first.lexicographicallyPrecedes(second)
    }
    var groups: [Group] = []
    for trial in order {
      if let last = groups.last?.trials.first, places(last) == places(trial) {
        groups[groups.count - 1].trials.append(trial)
      } else {
        groups.append(
          (SettingText.short(scientific.map { trial.settings[$0] }.joined(separator: ", ")), [trial]))
      }
    }
    return groups
  }

  private func best(_ group: Group) -> SweepResults.Trial? {
    let scores = group.trials.compactMap(\.score).filter(\.isFinite)
    return ranking.bestScore(scores).flatMap { best in group.trials.first { $0.score == best } }
  }

  private func series(_ groups: [Group], _ sample: TrialSample) -> [XYChart.Series] {
    let drawn = Set(sample.trials.map(\.number))
    let points = groups.enumerated().flatMap { index, group in
      group.trials.compactMap { trial -> XYChart.Point? in
        guard drawn.contains(trial.number), let score = trial.score, score.isFinite, ranking.isVisible(score)
        else { return nil }
        return .init(Double(index) + ParameterAxis.offset(trial.number), score)
      }
    }
    let rings = groups.enumerated().compactMap { index, group -> XYChart.Point? in
      guard let best = best(group), let score = best.score, ranking.isVisible(score) else { return nil }
      return .init(Double(index) + ParameterAxis.offset(best.number), score)
    }
    return [.init(.label(.trials), .points, points), .init(.label(.bestTrial), .rings, rings)]
  }

  private func table(_ groups: [Group], title: Words) -> Table {
    Table(
      title: title,
      columns: [
        .init(.verbatim(scientific.map(ranking.name).joined(separator: ", ")), .text),
        .init(ranking.results.score, .number), .init(.label(.trial), .number),
        .init(.label(.trials), .number),
      ] + nuisances.map(ranking.column),
      rows: groups.map { group in
        let best = best(group)
        return [
          .code(group.name), ranking.cell(best?.score), best.map { .integer($0.number) } ?? .empty,
          .integer(group.trials.count),
        ] + nuisances.map { index in best.map { .code(SettingText.short($0.settings[index])) } ?? .empty }
      })
  }
}
