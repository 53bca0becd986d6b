import NotebookResults
import Synchronization
import Writing

/// What a preview shows.
package struct PreviewState: Sendable {
  /// The newest page there is, in UTF-8; `nil` before the first run has ended.
  package var page: [UInt8]?
  /// Counts the pages.
  package var pageNumber = 0
  /// What is being computed; `nil` where nothing is.
  package var activity: String?
  /// What was found in the notebook as it stands, for people to read; empty where all is well.
  package var findings = ""

  func json(revision: Int) -> JSON {
    .object([
      ("revision", .number(Double(revision))), ("page", .number(Double(pageNumber))),
      ("activity", activity.map { .string($0) } ?? .null), ("findings", .string(findings)),
    ])
  }
}

/// The state of a preview, which tells of its changes.
package final class PreviewBoard: Sendable {
  private struct Content: Sendable {
    var state = PreviewState()
    var revision = 0
    var tell: @Sendable () -> Void = {}
  }

  private let content = Mutex(Content())

  package init() {}

  var state: PreviewState { current.state }

  /// The state, and the number of changes that led to it.
  var current: (state: PreviewState, revision: Int) { content.withLock { ($0.state, $0.revision) } }

  /// - Parameter tell: called after each change, from any thread.
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
