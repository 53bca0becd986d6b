import NotebookRunner
import Synchronization

/// The current activities of a run, for a line in the browser. Any thread may report them.
final class PreviewNews: Sendable {
  private let works = Mutex([Int: String]())

  func receive(_ event: RunEvent) {
    works.withLock { works in
      switch event {
      case .started(let cell): works[cell.index] = cell.name
      case .progress(let cell, let progress):
        works[cell.index] = Activity(progress).map { "\(cell.name): \($0.title)" }
      case .finished(let cell, _): works[cell.index] = nil
      }
    }
  }

  func begin() { works.withLock { $0 = [-1: "checking"] } }
  func end() { works.withLock { $0 = [:] } }

  /// The activities as text, or `nil` without any.
  var text: String? {
    let words = works.withLock { works in
      works.count > 1 ? works.filter { $0.key >= 0 } : works
    }.sorted { $0.key < $1.key }.map(\.value)
    return words.isEmpty ? nil : words.joined(separator: " · ")
  }
}
