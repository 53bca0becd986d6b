import Diagnostics

/// A problem with stored results, which costs time but never a result.
package enum StoreProblem: Problem, Error, Hashable {
  /// A damaged file, and the cell that needed it.
  case damaged(String, cell: String)
  case unwritable(String, reason: String)
  case notAStore(String)
  /// A folder that could lead elsewhere, or that others could write in.
  case unusable(String, reason: String)
  case noKey(StoreKeyProblem)

  package var record: ProblemRecord {
    switch self {
    case .damaged(let file, let cell):
      ProblemRecord(
        "TB-K-101", "the stored result of \(cell) is damaged and was computed again: \(file)",
        rule: "A stored result is unchanged",
        reason: "Each is sealed with your store's key. If the seal does not match, as after a full disk, an "
          + "interrupted copy or a change by somebody else, the result is computed again and replaced; "
          + "nothing on the page depends on it.")
    case .unwritable(let folder, let reason):
      ProblemRecord(
        "TB-K-102", "results cannot be stored in \(folder): \(reason)",
        help: "make the folder writable, or run with --no-cache",
        rule: "Results can be stored beside the notebook",
        reason: "They go to the folder .tunebook there. If it cannot be written, as on a read-only disk, the "
          + "run goes on without it, and the next one computes everything again.")
    case .notAStore(let folder):
      ProblemRecord(
        "TB-K-103", "\(folder) was not made by tunebook, and is left alone",
        help: "move it away: results are stored under that name",
        rule: "A folder named .tunebook is a store",
        reason: "Storing and cleaning remove files; a folder with other contents is never touched.")
    case .unusable(let folder, let reason):
      ProblemRecord(
        "TB-K-104", "stored results in \(folder) are not used: \(reason)",
        help: "move it away, or run with --no-cache", rule: "A store is a folder that cannot lead elsewhere",
        reason: "A store that is a link, belongs to another user, or can be written by everyone is neither "
          + "read nor written: it may have come with a notebook from elsewhere. A folder that you choose "
          + "with --store may belong to a group.")
    case .noKey(let problem):
      ProblemRecord(
        of: problem.record.reference, "results are not stored: \(problem.message)", help: problem.help)
    }
  }

  package static let references = [
    reference(of: damaged), reference(of: unwritable), reference(of: notAStore), reference(of: unusable),
  ]
}
