/// What identifies the engine in caches, digests and reports.
package enum Engine {
  package static let version = "0.1.0"
  /// Raised whenever the bits of any result change.
  package static let numericsVersion = 1
}
