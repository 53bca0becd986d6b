import NotebookResults
import Writing

/// The table of trials, the best first: score, varied settings, cost and end.
struct TrialTable {
  /// The largest number of rows on the page.
  static let most = 100

  private let ranking: TrialRanking

  init(_ ranking: TrialRanking) { self.ranking = ranking }

  var outputs: [Output] {
    let all = ranking.scored + ranking.failed
    let more = all.count - Self.most
    return [.table(table(of: Array(all.prefix(Self.most))))]
      + (more > 0 ? [.text(.phrase(.moreTrials, [NumberFormat.integer(more)]))] : [])
  }

  private func table(of trials: [SweepResults.Trial]) -> Table {
    let showsEnds = trials.contains { $0.end != .finished }
    return Table(
      title: .label(.trialsFromBest),
      columns: [.init(.label(.trial), .number), .init(ranking.results.score, .number)]
        + ranking.varied.map(ranking.column) + [.init(.label(.trainedEpochs), .number)]
        + (showsEnds ? [.init(.label(.trialEnd), .text)] : []),
      rows: trials.map { trial in
        [.integer(trial.number), score(of: trial)]
          + ranking.varied.map { .code(SettingText.short(trial.settings[$0])) }
          + [.integer(trial.cost)] + (showsEnds ? [end(of: trial)] : [])
      })
  }

  private func score(of trial: SweepResults.Trial) -> Table.Cell {
    trial.scores.isEmpty ? .words(.label(.trialFailed)) : ranking.cell(trial.scores)
  }

  private func end(of trial: SweepResults.Trial) -> Table.Cell {
    switch trial.end {
    case .finished: .empty
    case .stopped: .words(.label(.stopped))
    case .failed(let reason): .words(.phrase(.trialFailedFor, [SettingText.short(reason, columns: 60)]))
    }
  }
}
