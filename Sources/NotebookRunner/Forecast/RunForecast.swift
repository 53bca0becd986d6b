import NotebookResults
import Writing

/// What a run would do, cell by cell, known before it does it.
package struct RunForecast: Sendable {
  package enum Work: Sendable, Hashable {
    /// Its result is there.
    case stored
    /// So many epochs are there, stored or trained by a cell above, and the rest is trained.
    case continued(from: Int, to: Int)
    case computed
    /// Its `eval` is false, or a cell that it needs is not computed.
    case skipped
  }

  package struct Cell: Sendable {
    package let name: String
    package let directive: String
    package let line: Int
    package let work: Work
    /// Why it is computed; `nil` where there is nothing to explain.
    package let reason: String?
    /// `nil` where nothing is known of the time it takes.
    package let seconds: Double?
    let inputs: Set<String>
    /// Whether it may take long.
    package let isLong: Bool
  }

  /// In the order of the notebook.
  package let cells: [Cell]
  package let jobs: Int
  /// What a run takes at most, in bytes, as runs and trials so far did; `nil` where there was none.
  package let peakMemory: Int?
  /// The bytes that a run with one job takes at most, as its cells declare them.
  package let memoryBound: Double
  /// The time until all cells are computed, `jobs` at once, each when its inputs are there.
  package let seconds: Double

  /// - Parameter cells: in the order in which they are computed.
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

  /// The names of the cells that may take long, and of whose time nothing is known.
  package var unknown: [String] { cells.filter { $0.isLong && $0.seconds == nil }.map(\.name) }
}

extension RunForecast {
  /// The forecast as JSON, one object; seconds are null where they are not known.
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
    return .object(
      fields + [
        ("reason", reason.map { .string($0) } ?? .null), ("seconds", seconds.map { .number($0) } ?? .null),
      ])
  }

  private var word: String {
    switch work {
    case .stored: "stored"
    case .continued: "continues"
    case .computed: "runs"
    case .skipped: "skipped"
    }
  }
}
