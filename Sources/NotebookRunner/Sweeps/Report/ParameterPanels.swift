import NotebookResults
import Writing

/// A panel for each parameter: the scores of trials against it.
struct ParameterPanels {
  /// The largest number of panels, as a sweep may vary a hundred parameters.
  private static let most = 20

  private let ranking: TrialRanking
  private let sample: TrialSample

  init(_ ranking: TrialRanking) {
    self.ranking = ranking
    sample = TrialSample(ranking.scored + ranking.failed, keeping: ranking.best?.number)
  }

  var outputs: [Output] {
    let shown = ranking.varied.prefix(Self.most)
    guard !shown.isEmpty else { return [] }
    let left = ranking.varied.count - shown.count
    let notes: [Words?] = [
      sample.note, left > 0 ? .phrase(.moreSettings, [NumberFormat.integer(left)]) : nil,
    ]
    let note = notes.compactMap(\.self)
    return [.xyCharts(shown.map(panel))] + (note.isEmpty ? [] : [.text(.joined(note))])
  }

  private func panel(_ index: Int) -> XYChart {
    let axis = ParameterAxis(ranking, index)
    return XYChart(
      title: .verbatim(ranking.name(index)), x: axis.axis(isNamed: false),
      y: ranking.axis, series: ScoreSeries(ranking, sample).series(axis.spreadPlace),
      reading: reading(index, axis), numbers: ParameterNumbers(ranking, index).table)
  }

  /// The setting of the best trial, and those of the best quarter.
  private func reading(_ index: Int, _ axis: ParameterAxis) -> Words {
    guard let best = ranking.best else { return .list([]) }
    let name = ranking.parameter(index).name
    let setting = SettingText.short(best.settings[index])
    let quarter = ranking.scored.prefix(max(1, (ranking.scored.count + 3) / 4))
    guard axis.choices == nil else { return .phrase(.bestChoice, [name, setting, counts(index, quarter)]) }
    let ordered = quarter.sorted { (axis.place(of: $0), $0.number) < (axis.place(of: $1), $1.number) }
    let ends = [ordered.first, ordered.last].map { $0.map { SettingText.short($0.settings[index]) } ?? "" }
    return .phrase(.bestSetting, [name, setting] + ends)
  }

  /// Returns choices, the most frequent first, with the number of trials that have them.
  private func counts(_ index: Int, _ trials: ArraySlice<SweepResults.Trial>) -> String {
    var counts: [String: Int] = [:]
    for trial in trials { counts[trial.settings[index], default: 0] += 1 }
    let order = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    return order.prefix(3).map { "\(SettingText.short($0.key)) (\($0.value))" }.joined(separator: ", ")
  }
}
