import NotebookResults
import Synchronization
import Writing

/// The state of a preview.
package struct PreviewState: Sendable {
  /// The latest page in UTF-8, or `nil` before the end of the first run.
  package var page: [UInt8]?
  /// The number of pages so far.
  package var pageNumber = 0
  /// The current activity, or `nil` without any.
  package var activity: String?
  /// The text of the findings in the notebook as it is now; empty without any.
  package var findings = ""

  func json(revision: Int) -> JSON {
    .object([
      ("revision", .number(Double(revision))), ("page", .number(Double(pageNumber))),
      ("activity", activity.map { .string($0) } ?? .null), ("findings", .string(findings)),
    ])
  }
}

/// The shared state of a preview, which announces its changes.
package final class PreviewBoard: Sendable {
  private struct Content: Sendable {
    var state = PreviewState()
    var revision = 0
    var tell: @Sendable () -> Void = {}
  }

  private let content = Mutex(Content())

  package init() {}

  var state: PreviewState { current.state }

  /// The state and its revision, which is the number of changes.
  var current: (state: PreviewState, revision: Int) { content.withLock { ($0.state, $0.revision) } }

  /// - Parameter tell: a closure called after each change, from any thread.
  func onChange(_ tell: @escaping @Sendable () -> Void) { content.withLock { $0.tell = tell } }

  package func update(_ change: (inout PreviewState) -> Void) {
    let tell = content.withLock { content in
      change(&content.state)
      content.revision += 1
      return content.tell
    }
    tell()
  }
}
