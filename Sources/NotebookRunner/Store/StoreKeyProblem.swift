import Diagnostics

/// A problem with the key under which results are stored.
package enum StoreKeyProblem: Problem, Error, Hashable {
  case unreadable(String, reason: String)
  case wrongLength(String)
  /// The key of a user, if others own it or have access to it.
  case notPrivate(String)
  /// The key of a group, if everyone has access to it.
  case readableByAll(String)

  package var record: ProblemRecord {
    switch self {
    case .unreadable(let path, let reason):
      ProblemRecord(
        "TB-K-111", "the store's key \(path) cannot be used: \(reason)",
        help: "name another with --store-key, or run with --no-cache", rule: "The store's key can be read",
        reason: "Stored results are sealed with a key, so that only your own are trusted. Yours is made "
          + "once, in `~/.local/state/tunebook`; --store-key names a file of your choice.")
    case .wrongLength(let path):
      ProblemRecord(
        "TB-K-112",
        "the store's key \(path) must be \(StoreKey.lengths.lowerBound) to \(StoreKey.lengths.upperBound) "
          + "bytes long",
        help: "make one: `openssl rand -hex 32 > \(path)`", rule: "A store's key has 32 to 4096 bytes",
        reason: "A shorter one could be guessed.")
    case .notPrivate(let path):
      ProblemRecord(
        "TB-K-113", "the store's key \(path) is not yours alone",
        help: "it may be known to others: remove \(path), and the next run makes a new one",
        rule: "Your store's key is yours alone",
        reason: "Whoever can read it can store results that you would trust. Its permissions are 600.")
    case .readableByAll(let path):
      ProblemRecord(
        "TB-K-114", "everyone can read the store's key \(path)",
        help: "`chmod o-rwx \(path)`, or make a new one if it may be known to others",
        rule: "A group's key is not everyone's",
        reason: "The file named with --store-key may be readable by its group; everyone else must not read "
          + "it.")
    }
  }

  package static let references = [
    reference(of: unreadable), reference(of: wrongLength), reference(of: notPrivate),
    reference(of: readableByAll),
  ]
}
