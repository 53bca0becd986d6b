import Engine
import NotebookResults

/// Runs that differ only in their seed, drawn as one line: their mean, in a band from lowest to highest.
struct SeedBand {
  typealias Run = (name: String, fit: FitProduct)

  private let runs: [Run]

  private init(_ runs: [Run]) { self.runs = runs }

  /// Creates a line of a single run.
  init(of run: Run) { self.init([run]) }

  /// Returns a line for each seed of the runs. The name of the seed is that of the option.
  static func lines(of runs: [Run]) -> [SeedBand] {
    runs.flatMap { run -> [SeedBand] in
      guard run.fit.runs.count > 1 else { return [SeedBand(of: run)] }
      return run.fit.runs.map { seed in
        SeedBand(of: (run.name, run.fit.alone(seed, labeled: "\(run.fit.label) (seed \(seed.seed))")))
      }
    }
  }

  /// Returns the runs grouped into lines, in the order of each line's first run. Equal seeds count once. Runs
  /// that share a single seed stay apart, because they say nothing about chance.
  static func all(of runs: [Run]) -> [SeedBand] {
    let courses = runs.map { $0.fit.draft.withoutSeed.key }
    return runs.indices.compactMap { index in
      let alike = runs.indices.filter { courses[$0] == courses[index] }
      var seeds: Set<[Int]> = []
      let seeded = alike.filter { seeds.insert(runs[$0].fit.runs.map(\.seed)).inserted }
      if seeded.count == 1 { return SeedBand(of: runs[index]) }
      return alike.first == index ? SeedBand(seeded.map { runs[$0] }) : nil
    }
  }

  /// The role of the samples that the runs are validated with; `nil` if they are not validated.
  var heldOut: LineChart.Role? { runs[0].fit.history.heldOut }

  /// - Returns: `nil` if one of the runs did not record the series.
  func line(of series: RecordedSeries, role: LineChart.Role) -> LineChart.Line? {
    let values = runs.compactMap { $0.fit.history.values(of: series) }
    guard values.count == runs.count else { return nil }
    return LineChart.Line(run: runs[0].fit.label, role: role, runs: values.flatMap(\.self))
  }
}
