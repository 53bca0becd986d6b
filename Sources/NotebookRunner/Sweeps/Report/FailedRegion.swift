import NotebookResults
import Writing

/// The part of the search space in which trials failed and none succeeded.
struct FailedRegion {
  /// The least number of failures that are taken for a pattern.
  private static let least = 3

  private let ranking: TrialRanking

  init(_ ranking: TrialRanking) { self.ranking = ranking }

  /// A half of a parameter's range, or a choice, in which no trial succeeded.
  private struct Region {
    let label: Label
    let parameter: String
    /// The last setting with a success, or the choice.
    let setting: String
    let count: Int
  }

  var words: [Words] {
    guard !ranking.failed.isEmpty, !ranking.scored.isEmpty else { return [] }
    let counts = [ranking.failed.count, ranking.results.trials.count].map { NumberFormat.integer($0) }
    var largest: Region?
    for region in ranking.varied.flatMap(regions) where region.count > largest?.count ?? 0 {
      largest = region
    }
    guard let region = largest, region.count >= Self.least, region.count * 2 >= ranking.failed.count else {
      return [.phrase(.trialsFailed, counts)]
    }
    return [
      .phrase(
        region.label,
        counts + [
          NumberFormat.integer(region.count), SettingText.short(region.parameter),
          SettingText.short(region.setting),
        ])
    ]
  }

  private func regions(of index: Int) -> [Region] {
    let parameter = ranking.parameter(index)
    if case .choices(let choices) = parameter.scale {
      let succeeded = Set(ranking.scored.map { $0.places[index] })
      var counts: [Double: Int] = [:]
      for trial in ranking.failed where !succeeded.contains(trial.places[index]) {
        counts[trial.places[index], default: 0] += 1
      }
      return choices.indices.compactMap { choice in
        counts[Double(choice)].map {
          Region(label: .failedWith, parameter: parameter.name, setting: choices[choice], count: $0)
        }
      }
    }
    let order = ranking.scored.sorted { ($0.places[index], $0.number) < ($1.places[index], $1.number) }
    guard let first = order.first, let last = order.last else { return [] }
    let above = ranking.failed.filter { $0.places[index] > last.places[index] }.count
    let below = ranking.failed.filter { $0.places[index] < first.places[index] }.count
    return [
      Region(label: .failedAbove, parameter: parameter.name, setting: last.settings[index], count: above),
      Region(label: .failedBelow, parameter: parameter.name, setting: first.settings[index], count: below),
    ]
  }
}
