import Diagnostics

/// What can be wrong with the key under which results are stored.
package enum StoreKeyProblem: Problem, Error, Hashable {
  case unreadable(String, reason: String)
  case wrongLength(String)
  /// The key of a user, in the hands of others.
  case notPrivate(String)
  /// The key of a group, in the hands of everyone.
  case readableByAll(String)

  package var code: String {
    switch self {
    case .unreadable: "TB-K-111"
    case .wrongLength: "TB-K-112"
    case .notPrivate: "TB-K-113"
    case .readableByAll: "TB-K-114"
    }
  }

  package var message: String {
    switch self {
    case .unreadable(let path, let reason): "the store's key \(path) cannot be used: \(reason)"
    case .wrongLength(let path):
      "the store's key \(path) must be \(StoreKey.lengths.lowerBound) to \(StoreKey.lengths.upperBound) bytes long"
    case .notPrivate(let path): "the store's key \(path) is not yours alone"
    case .readableByAll(let path): "everyone can read the store's key \(path)"
    }
  }

  package var help: String? {
    switch self {
    case .unreadable: "name another with --store-key, or run with --no-cache"
    case .wrongLength(let path): "make one: `openssl rand -hex 32 > \(path)`"
    case .notPrivate(let path): "it may be known to others: remove \(path), and the next run makes a new one"
    case .readableByAll(let path): "`chmod o-rwx \(path)`, or make a new one if it may be known to others"
    }
  }
}
