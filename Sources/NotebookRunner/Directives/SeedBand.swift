import NotebookResults

/// Runs that differ in nothing but their seed, drawn as one line: their mean, in a band from the lowest to the highest.
struct SeedBand {
  typealias Run = (name: String, history: TrainingHistory)

  private let runs: [Run]

  /// The runs put together, in the order of the first of each line.
  ///
  /// - Parameter settings: what was set for each, by name; what is missing is alone.
  static func all(of runs: [Run], _ settings: [String: FitSettings]) -> [SeedBand] {
    var groups: [(settings: FitSettings?, runs: [Run])] = []
    for run in runs {
      let own = settings[run.name]?.withoutSeed
      let place = groups.firstIndex { $0.settings == own && !$0.runs.contains { $0.name == run.name } }
      if own != nil, let place {
        groups[place].runs.append(run)
      } else {
        groups.append((own, [run]))
      }
    }
    return groups.map { SeedBand(runs: $0.runs) }
  }

  /// - Returns: `nil` where one of the runs did not record the quantity.
  func line(of quantity: String, role: LineChart.Role) -> LineChart.Line? {
    let values = runs.compactMap { $0.history[quantity]?.values }
    guard values.count == runs.count, let first = values.first else { return nil }
    guard values.count > 1 else { return LineChart.Line(run: runs[0].name, role: role, values: first) }
    let epochs = first.indices.map { epoch in values.map { $0[epoch] } }
    return LineChart.Line(
      run: runs[0].name, role: role, values: epochs.map { $0.reduce(0, +) / Double($0.count) },
      band: LineChart.Band(
        lowest: epochs.map { $0.min() ?? .nan }, highest: epochs.map { $0.max() ?? .nan }, runs: runs.count))
  }
}
