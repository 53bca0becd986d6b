import Diagnostics
import Files
import Foundation
import Synchronization

/// The files by whose changes a preview begins anew: the notebook, and the data and weights that its cells read.
final class WatchedFiles: Sendable {
  private struct Content {
    /// The stamp of each file from before it was read, by path.
    var stamps: [String: String] = [:]
    /// Files that the run writes itself.
    var written: Set<String> = []
  }

  private let named: [String]
  private let content = Mutex(Content())

  /// - Parameter paths: the files that the command line names.
  init(paths: [String]) { named = paths }

  /// Whether a file is another than when it was about to be read. One that is missing is as good as changed once.
  var haveChanged: Bool {
    content.withLock { content in
      content.stamps.contains { $0.value != Self.stamp($0.key) && !content.written.contains($0.key) }
    }
  }

  /// Begins anew with the files that the command line names.
  func restart() {
    content.withLock { content in
      content = Content()
      for path in named { content.stamps[path] = Self.stamp(path) }
    }
  }

  /// Takes in files that are about to be read.
  func reads(_ urls: [URL]) {
    content.withLock { content in
      for path in urls.map(\.path) where content.stamps[path] == nil {
        content.stamps[path] = Self.stamp(path)
      }
    }
  }

  /// Leaves out files that are about to be written.
  func writes(_ urls: [URL]) { content.withLock { $0.written.formUnion(urls.map(\.path)) } }

  private static func stamp(_ path: String) -> String { FileStamp(at: path)?.text ?? "missing" }
}
