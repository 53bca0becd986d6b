import NotebookResults

/// The settings and scores of the best trials, as the numbers behind charts of all of them.
struct TrialNumbers {
  private static let most = 20

  private let ranking: TrialRanking

  init(_ ranking: TrialRanking) { self.ranking = ranking }

  var table: Table {
    Table(
      title: .label(.bestTrials),
      columns: [.init(.label(.trial), .number)]
        + ranking.varied.map(ranking.column)
        + [.init(ranking.results.score, .number)],
      rows: ranking.scored.prefix(Self.most).map { trial in
        [.integer(trial.number)] + ranking.varied.map { .code(SettingText.short(trial.settings[$0])) }
          + [ranking.cell(trial.score)]
      })
  }
}
