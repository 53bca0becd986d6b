import NotebookResults
import Writing

/// The effect of a run, cell by cell, before it starts.
package struct RunForecast: Sendable {
  package enum Work: Sendable, Hashable {
    /// The result is stored.
    case stored
    /// All that is not stored is in the cache.
    case cached
    /// Some epochs are stored or trained by a cell above; the rest will be trained.
    case continued(from: Int, to: Int)
    case computed
    /// The cell's `eval` is false, or a cell that it needs is not computed.
    case skipped
  }

  package struct Cell: Sendable {
    package let name: String
    package let directive: String
    package let line: Int
    package let work: Work
    /// The reason why it is computed; `nil` if there is nothing to explain.
    package let reason: String?
    /// A remark on the way it is computed; `nil` if there is nothing to say.
    package let note: String?
    /// The time it takes; `nil` if it is unknown.
    package let seconds: Double?
    /// The epochs that are not stored and will be taken from the cache.
    package var cachedEpochs = 0
    let inputs: Set<String>
    /// True if it may take long.
    package let isLong: Bool
  }

  /// The cells in notebook order.
  package let cells: [Cell]
  package let jobs: Int
  /// The peak memory of a run in bytes, measured in previous runs and trials; `nil` if there were none.
  package let peakMemory: Int?
  /// The maximum memory of a run with one job, in bytes, as its cells declare it.
  package let memoryBound: Double
  /// The time until all cells are computed, `jobs` at once, each as soon as its inputs are available.
  package let seconds: Double

  /// - Parameter cells: the cells in the order in which they are computed.
  init(computing cells: [Cell], jobs: Int, peakMemory: Int?, memoryBound: Double) {
    self.cells = cells.sorted { $0.line < $1.line }
    self.jobs = jobs
    self.peakMemory = peakMemory
    self.memoryBound = memoryBound
    var ends: [String: Double] = [:]
    var workers = Array(repeating: 0.0, count: jobs)
    for cell in cells {
      let worker = workers.indices.min { workers[$0] < workers[$1] } ?? 0
      let ready = cell.inputs.compactMap { ends[$0] }.max() ?? 0
      let end = max(workers[worker], ready) + (cell.seconds ?? 0)
      if (cell.seconds ?? 0) > 0 { workers[worker] = end }
      ends[cell.name] = end
    }
    seconds = ends.values.max() ?? 0
  }

  /// The names of the cells that may take long and whose time is unknown.
  package var unknown: [String] { cells.filter { $0.isLong && $0.seconds == nil }.map(\.name) }
}

extension RunForecast {
  /// Returns the forecast as one JSON object; unknown seconds are null.
  package func json(notebook: String) -> JSON {
    .object([
      ("notebook", .string(notebook)), ("seconds", .number(seconds)), ("jobs", .number(Double(jobs))),
      ("peak_memory", peakMemory.map { .number(Double($0)) } ?? .null),
      ("memory_bound", .number(memoryBound)), ("cells", .array(cells.map(\.json))),
    ])
  }
}

extension RunForecast.Cell {
  fileprivate var json: JSON {
    var fields: [(String, JSON)] = [
      ("name", .string(name)), ("directive", .string(directive)), ("line", .number(Double(line))),
      ("work", .string(word)),
    ]
    if case .continued(let from, let to) = work {
      fields += [("stored_epochs", .number(Double(from))), ("epochs", .number(Double(to)))]
    }
    if cachedEpochs > 0 { fields.append(("cached_epochs", .number(Double(cachedEpochs)))) }
    return .object(
      fields + [
        ("reason", reason.map { .string($0) } ?? .null), ("note", note.map { .string($0) } ?? .null),
        ("seconds", seconds.map { .number($0) } ?? .null),
      ])
  }

  private var word: String {
    switch work {
    case .stored: "stored"
    case .cached: "cached"
    case .continued: "continues"
    case .computed: "runs"
    case .skipped: "skipped"
    }
  }
}
