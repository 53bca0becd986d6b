import Diagnostics

/// Files by whose changes a preview begins anew.
struct WatchedFiles {
  let paths: [String]

  /// Another one after each change; what cannot be read is as good as changed once.
  var stamp: [String] {
    paths.map { FileStamp(at: $0)?.text ?? "missing" }
  }
}
