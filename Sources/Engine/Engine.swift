/// The versions that identify the engine in caches, digests and reports.
package enum Engine {
  package static let version = "0.1.0"
  /// The version of the results, raised whenever a bit of any result changes.
  package static let numericsVersion = 1
}
