import NotebookResults
import Tuning

/// A row of a comparison: the trainings of a fit, or of several fits that differ in their seed alone.
struct ComparedRuns {
  let name: String
  let settings: [Setting]
  /// The trainings, one for each seed.
  let runs: [SeedRun]

  var history: FitHistory { FitHistory(runs: runs.map(\.history)) }

  func setting(_ name: String) -> String? { settings.first { $0.name == name }?.value }

  /// Returns the value of a series for the weights of each seed; `nil` if it is not recorded.
  func results(of series: RecordedSeries) -> SeedNumbers? {
    history.results(of: series).map { SeedNumbers(seeds: runs.map(\.seed), values: $0) }
  }

  /// Returns fits with those that differ in their seed alone as one, in the order of each one's first fit. Equal seeds
  /// count once.
  ///
  /// - Parameter fits: the fits with their settings.
  static func merged(_ fits: [(fit: FitProduct, settings: [Setting])]) -> [ComparedRuns] {
    var order: [CellKey] = []
    var groups: [CellKey: [(fit: FitProduct, settings: [Setting])]] = [:]
    for fit in fits {
      let key = fit.fit.draft.withoutSeed.key
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(fit)
    }
    return order.compactMap { groups[$0] }.map { group in
      var seen: Set<Int> = []
      return ComparedRuns(
        name: group[0].fit.label,
        settings: group[0].settings.filter { !["seed", "seeds"].contains($0.name) },
        runs: group.flatMap(\.fit.runs).filter { seen.insert($0.seed).inserted })
    }
  }
}

extension KeyDraft {
  /// The dependencies of a fit's course besides its seed, and what is only observed.
  var withoutSeed: KeyDraft { without(["seed", "seeds", "measure"]) }
}
