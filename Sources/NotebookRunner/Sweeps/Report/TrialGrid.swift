import NotebookResults

/// The heat map of two parameters with few values each.
struct TrialGrid {
  /// The largest numbers of rows and columns that a page has room for.
  private static let (mostRows, mostColumns) = (30, 16)

  private let ranking: TrialRanking
  private let (rows, columns): (Values, Values)

  /// - Returns: `nil` if one of the parameters has too many values for a grid.
  init?(_ ranking: TrialRanking) {
    guard ranking.varied.count == 2 else { return nil }
    self.ranking = ranking
    rows = Values(ranking, ranking.varied[0])
    columns = Values(ranking, ranking.varied[1])
    // Points that do not line up fill a few cells of a large grid.
    guard rows.names.count <= Self.mostRows, columns.names.count <= Self.mostColumns,
      rows.names.count * columns.names.count <= 2 * ranking.results.trials.count
    else { return nil }
  }

  /// The values of a parameter among the trials, in ascending order.
  private struct Values {
    let names: [String]
    private let index: Int
    private let places: [Double]

    init(_ ranking: TrialRanking, _ index: Int) {
      self.index = index
      var (names, places): ([String], [Double]) = ([], [])
      for trial in ranking.results.trials.sorted(by: { $0.places[index] < $1.places[index] })
      where places.last != trial.places[index] {
        places.append(trial.places[index])
        names.append(SettingText.short(trial.settings[index]))
      }
      (self.names, self.places) = (names, places)
    }

    func position(of trial: SweepResults.Trial) -> Int? { places.firstIndex(of: trial.places[index]) }
  }

  var outputs: [Output] {
    var scores = rows.names.map { _ in columns.names.map { _ in [Double]() } }
    var failures = rows.names.map { _ in columns.names.map { _ in false } }
    for trial in ranking.results.trials {
      guard let row = rows.position(of: trial), let column = columns.position(of: trial) else { continue }
      if let score = trial.score, score.isFinite {
        scores[row][column].append(score)
      } else {
        failures[row][column] = true
      }
    }
    let means = scores.map { $0.map { $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count) } }
    let cells = zip(means, failures).map { means, failures in
      zip(means, failures).map { mean, hasFailed -> HeatMap.Cell in
        mean.map { .value($0, shade: ranking.shade(of: $0)) } ?? (hasFailed ? .failed : .empty)
      }
    }
    let best = ranking.bestScore(means.joined().compactMap(\.self))
    let place = means.indices.lazy.compactMap { row in
      means[row].firstIndex { $0 != nil && $0 == best }.map { [row, $0] }
    }.first
    let names = ranking.varied.map { ranking.name($0) }
    return [
      .heatMap(
        HeatMap(
          title: .joined([ranking.results.score, .phrase(.bySettings, names)]),
          unit: .init(ranking.results.metric.quantity.unit), rowName: .verbatim(names[0]),
          columnName: .verbatim(names[1]), rows: rows.names, columns: columns.names, cells: cells,
          best: place,
          reading: .label(.heatMapReading)))
    ]
  }
}
