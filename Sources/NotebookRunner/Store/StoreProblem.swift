import Diagnostics

/// What can go wrong with stored results: it costs time, and never a result.
package enum StoreProblem: Problem, Error, Hashable {
  /// The file, and the cell that wanted it.
  case damaged(String, cell: String)
  case unwritable(String, reason: String)
  case notAStore(String)
  /// A folder that could lead elsewhere, or that others could write in.
  case unusable(String, reason: String)
  case noKey(StoreKeyProblem)

  package var code: String {
    switch self {
    case .damaged: "TB-K-101"
    case .unwritable: "TB-K-102"
    case .notAStore: "TB-K-103"
    case .unusable: "TB-K-104"
    case .noKey(let problem): problem.code
    }
  }

  package var message: String {
    switch self {
    case .damaged(let file, let cell):
      "the stored result of \(cell) is damaged and was computed anew: \(file)"
    case .unwritable(let folder, let reason): "results cannot be stored in \(folder): \(reason)"
    case .notAStore(let folder): "\(folder) was not made by tunebook, and is left alone"
    case .unusable(let folder, let reason): "stored results in \(folder) are not used: \(reason)"
    case .noKey(let problem): "results are not stored: \(problem.message)"
    }
  }

  package var help: String? {
    switch self {
    case .damaged: nil
    case .unwritable: "make the folder writable, or run with --no-cache"
    case .notAStore: "move it away: results are stored under that name"
    case .unusable: "move it away, or run with --no-cache"
    case .noKey(let problem): problem.help
    }
  }
}
