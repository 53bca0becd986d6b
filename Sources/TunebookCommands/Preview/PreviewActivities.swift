import NotebookRunner
import Synchronization

/// The current activities of a run, for a line in the browser. Any thread may report them.
final class PreviewActivities: Sendable {
  private let texts = Mutex([Int: String]())

  func receive(_ event: RunEvent) {
    texts.withLock { texts in
      switch event {
      case .started(let cell): texts[cell.index] = cell.name
      case .progress(let cell, let progress):
        texts[cell.index] = Activity(progress).map { "\(cell.name): \($0.title)" }
      case .finished(let cell, _): texts[cell.index] = nil
      }
    }
  }

  func begin() { texts.withLock { $0 = [-1: "checking"] } }
  func end() { texts.withLock { $0 = [:] } }

  /// The activities as text, or `nil` without any.
  var text: String? {
    let words = texts.withLock { texts in
      texts.count > 1 ? texts.filter { $0.key >= 0 } : texts
    }.sorted { $0.key < $1.key }.map(\.value)
    return words.isEmpty ? nil : words.joined(separator: " · ")
  }
}
