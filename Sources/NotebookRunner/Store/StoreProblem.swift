import Diagnostics

/// What can go wrong with stored results: it costs time, and never a result.
package enum StoreProblem: Problem, Error, Hashable {
  /// The file, and the cell that wanted it.
  case damaged(String, cell: String)
  case unwritable(String, reason: String)
  case notAStore(String)

  package var code: String {
    switch self {
    case .damaged: "TB-K-101"
    case .unwritable: "TB-K-102"
    case .notAStore: "TB-K-103"
    }
  }

  package var message: String {
    switch self {
    case .damaged(let file, let cell):
      "the stored result of \(cell) is damaged and was computed anew: \(file)"
    case .unwritable(let folder, let reason): "results cannot be stored in \(folder): \(reason)"
    case .notAStore(let folder): "\(folder) was not made by tunebook, and is left alone"
    }
  }

  package var help: String? {
    switch self {
    case .damaged: nil
    case .unwritable: "make the folder writable, or run with --no-cache"
    case .notAStore: "move it away: results are stored under that name"
    }
  }
}
