import Engine
import NotebookResults

/// Runs that differ in nothing but their seed, drawn as one line: their mean, in a band from the lowest to the highest.
struct SeedBand {
  typealias Run = (name: String, fit: FitProduct)

  private let runs: [Run]

  private init(_ runs: [Run]) { self.runs = runs }

  /// A run by itself.
  init(of run: Run) { self.init([run]) }

  /// The runs put together, in the order of the first of each line. Equal seeds count once, and runs that have a single
  /// seed between them stay apart, for they say nothing of chance.
  static func all(of runs: [Run]) -> [SeedBand] {
    let courses = runs.map { $0.fit.draft.without(["seed", "measure"]).key }
    return runs.indices.compactMap { index in
      let alike = runs.indices.filter { courses[$0] == courses[index] }
      var seeds: Set<String?> = []
      let seeded = alike.filter { seeds.insert(runs[$0].fit.draft["seed"]).inserted }
      if seeded.count == 1 { return SeedBand(of: runs[index]) }
      return alike.first == index ? SeedBand(seeded.map { runs[$0] }) : nil
    }
  }

  /// - Returns: `nil` where one of the runs did not record the quantity.
  func line(of quantity: Quantity, role: LineChart.Role) -> LineChart.Line? {
    let values = runs.compactMap { $0.fit.history[quantity, role]?.values }
    guard values.count == runs.count else { return nil }
    return LineChart.Line(run: runs[0].name, role: role, runs: values)
  }
}
