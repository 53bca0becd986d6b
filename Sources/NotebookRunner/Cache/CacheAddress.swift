import Digests
import Foundation

/// The address of a finished training in a cache: its key and the number of epochs that were asked for.
struct CacheAddress: Sendable, Hashable {
  let key: CellKey
  let epochs: Int

  /// The address as 64 hexadecimal digits, those of a SHA-256.
  var digest: String { hexadecimalDigest(of: Data("tunebook training 1\n\(key.digest)\n\(epochs)\n".utf8)) }

  /// Returns the place below the address of the cache, which bazel-remote too reserves for results by their keys.
  func url(in cache: URL) -> URL { cache.appendingPathComponent("ac").appendingPathComponent(digest) }
}
