import Diagnostics

/// A problem with a cache of trainings, which costs time but never a result.
package enum CacheProblem: Problem, Error, Hashable {
  case unreachable(reason: String)
  /// The address of a damaged object, and the cell that needed it.
  case damaged(String, cell: String)
  /// The address of a cache with several damaged objects.
  case unsound(String, count: Int)
  case notPut(reason: String)

  package var record: ProblemRecord {
    switch self {
    case .unreachable(let reason):
      ProblemRecord(
        "TB-K-121", "the cache is not asked any more: \(reason)",
        help: "check the address, or leave out --cache", rule: "The cache answers",
        reason: "Once a cache does not answer, or answers with an error, the run goes on without it and "
          + "trains what is not stored. Only an answer 404, for a training that it lacks, is no error.")
    case .damaged(let url, let cell):
      ProblemRecord(
        "TB-K-122", "the cache's training for \(cell) is damaged and was not used: \(url)",
        help: "--cache-write replaces it with the one that is trained here",
        rule: "What comes from the cache is as it was put there",
        reason: "Each object has a digest of its address and its content, and must hold exactly what its "
          + "training would have stored. One that does not, or is longer than that, is trained instead.")
    case .unsound(let url, let count):
      ProblemRecord(
        "TB-K-123", "the cache \(url) is not asked any more: \(count) of its trainings are damaged",
        help: "find out who writes into it, and empty it",
        rule: "Damaged trainings in a cache are exceptions",
        reason:
          "A server that gives one after another is no cache of trainings, or somebody has changed them.")
    case .notPut(let reason):
      ProblemRecord(
        "TB-K-124", "trainings are not put into the cache: \(reason)",
        help: "let the server take PUT of such sizes from this machine, or leave out --cache-write",
        rule: "The cache takes what is put into it",
        reason:
          "nginx answers 405 where `dav_methods PUT` is missing, 403 where it may not write, and 413 for "
          + "a body above its `client_max_body_size`. The run goes on, and puts nothing more there.")
    }
  }

  package static let references = [
    reference(of: unreachable), reference(of: damaged), reference(of: unsound), reference(of: notPut),
  ]
}
