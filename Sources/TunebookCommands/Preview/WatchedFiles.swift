import Diagnostics
import Files
import Foundation
import Synchronization

/// The files whose changes restart a preview: the notebook, and the data and weights that its cells read.
final class WatchedFiles: Sendable {
  private struct Content {
    /// The stamp of each file before it was read, by path.
    var stamps: [String: String] = [:]
    /// The files that the run itself writes.
    var written: Set<String> = []
  }

  private let named: [String]
  private let content = Mutex(Content())

  /// - Parameter paths: the files on the command line.
  init(paths: [String]) { named = paths }

  /// A Boolean value that is true if a file has changed since it was read. A missing file counts as changed once.
  var haveChanged: Bool {
    content.withLock { content in
      content.stamps.contains { $0.value != Self.stamp($0.key) && !content.written.contains($0.key) }
    }
  }

  /// Restarts with the files on the command line.
  func restart() {
    content.withLock { content in
      content = Content()
      for path in named { content.stamps[path] = Self.stamp(path) }
    }
  }

  /// Adds files that are about to be read.
  func reads(_ urls: [URL]) {
    content.withLock { content in
      for path in urls.map(\.path) where content.stamps[path] == nil {
        content.stamps[path] = Self.stamp(path)
      }
    }
  }

  /// Excludes files that are about to be written.
  func writes(_ urls: [URL]) { content.withLock { $0.written.formUnion(urls.map(\.path)) } }

  private static func stamp(_ path: String) -> String { FileStamp(at: path)?.text ?? "missing" }
}
