extension LineChart.Line {
  /// Creates the mean of runs with their range and standard deviation, up to the end of the shortest; a single run is
  /// kept as it is. If one of them has no number, none of these has one.
  package init(run: String, role: LineChart.Role, runs: [[Double]]) {
    guard runs.count > 1 else {
      self.init(run: run, role: role, values: runs.first ?? [])
      return
    }
    let shortest = runs.map(\.count).min() ?? 0
    let epochs = (0..<shortest).map { epoch in runs.map { $0[epoch] } }
    func edge(_ extreme: ([Double]) -> Double?) -> [Double] {
      epochs.map { $0.contains(where: \.isNaN) ? .nan : extreme($0) ?? .nan }
    }
    let means = epochs.map { $0.reduce(0, +) / Double($0.count) }
    let deviations = zip(epochs, means).map { values, mean in
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(values.count - 1)).squareRoot()
    }
    self.init(
      run: run, role: role, values: means,
      band: LineChart.Band(
        lowest: edge { $0.min() }, highest: edge { $0.max() }, deviation: deviations, runs: runs.count))
  }
}
