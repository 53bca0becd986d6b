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
        "TB-K-121", "the cache is no longer used: \(reason)",
        help: "check the address, or leave out --cache", rule: "The cache answers",
        reason: "If a cache does not answer, or answers with an error, the run goes on without it and trains "
          + "what is not stored. Only the answer 404, for a training run that it lacks, is not an error.")
    case .damaged(let url, let cell):
      ProblemRecord(
        "TB-K-122", "the cached training run for \(cell) is damaged and was not used: \(url)",
        help: "--cache-write replaces it with the one that is trained here",
        rule: "What comes from the cache is unchanged",
        reason: "Each object has a digest of its address and content, and must hold exactly what its "
          + "training run would have stored. If it does not, or is longer, the network is trained here "
          + "instead.")
    case .unsound(let url, let count):
      ProblemRecord(
        "TB-K-123", "the cache \(url) is no longer used: \(count) of its training runs are damaged",
        help: "find out who writes to it, and empty it",
        rule: "Damaged training runs in a cache are rare",
        reason:
          "A server that sends one after another is not a cache of training runs, or somebody has changed "
          + "them.")
    case .notPut(let reason):
      ProblemRecord(
        "TB-K-124", "training runs are not put into the cache: \(reason)",
        help: "let the server accept PUT requests of this size from this machine, or leave out --cache-write",
        rule: "The cache accepts what is put into it",
        reason:
          "nginx answers 405 if `dav_methods PUT` is missing, 403 if it may not write, and 413 for a body "
          + "above its `client_max_body_size`. The run goes on, and puts nothing more there.")
    }
  }

  package static let references = [
    reference(of: unreachable), reference(of: damaged), reference(of: unsound), reference(of: notPut),
  ]
}
