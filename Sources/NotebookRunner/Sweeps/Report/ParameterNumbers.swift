import NotebookResults
import Writing

/// The scores by choice, or by ranges of a number with equally many trials, as nobody would read all of them.
struct ParameterNumbers {
  /// The largest number of ranges.
  private static let ranges = 8
  /// The largest number of choices.
  private static let choices = 40

  private let ranking: TrialRanking
  private let index: Int

  init(_ ranking: TrialRanking, _ index: Int) {
    self.ranking = ranking
    self.index = index
  }

  var table: Table {
    let name = ranking.name(index)
    let measured: [Table.Column] = [
      .init(.label(.trials), .number), .init(.label(.trialFailed), .number),
      .init(.label(.bestTrial), .number), .init(.label(.median), .number),
    ]
    let trials = ranking.scored + ranking.failed
    if let choices = ParameterAxis(ranking, index).choices {
      var groups = choices.map { _ in [SweepResults.Trial]() }
      for trial in trials {
        guard let choice = Int(exactly: trial.places[index]), groups.indices.contains(choice) else {
          continue
        }
        groups[choice].append(trial)
      }
      let rows = zip(choices, groups).prefix(Self.choices).map { choice, group in
        [Table.Cell.code(choice)] + numbers(group)
      }
      return Table(title: .verbatim(name), columns: [.init(.verbatim(name), .text)] + measured, rows: rows)
    }
    let order = trials.sorted { ($0.places[index], $0.number) < ($1.places[index], $1.number) }
    let count = min(Self.ranges, order.count)
    let groups = (0..<count).map { order[($0 * order.count / count)..<(($0 + 1) * order.count / count)] }
    return Table(
      title: .verbatim(name),
      columns: [.init(.label(.firstSetting), .number), .init(.label(.lastSetting), .number)] + measured,
      rows: groups.map { group in
        [group.first, group.last].map { .code(SettingText.short($0?.settings[index] ?? "")) }
          + numbers(Array(group))
      })
  }

  private func numbers(_ trials: [SweepResults.Trial]) -> [Table.Cell] {
    let scores = trials.compactMap(\.score).filter(\.isFinite)
    return [
      .integer(trials.count), .integer(trials.count - scores.count), ranking.cell(ranking.bestScore(scores)),
      ranking.cell(TrialRanking.median(scores)),
    ]
  }
}
