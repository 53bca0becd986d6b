import Foundation
import NotebookResults
import NotebookRunner
import Synchronization
import Testing

@Suite struct CompareTests {
  @Test("A comparison that is interrupted ends without a table.")
  func interruption() async throws {
    let notebook = try TestNotebook(TestNotebook.flowerCells + "```{compare} side\nfits: [quick]\n```\n")
    defer { notebook.remove() }
    let finished = Mutex([String]())
    let run = Mutex<Task<NotebookOutcome, any Error>?>(nil)
    let begins = AsyncStream<Void>.makeStream()
    let task = Task {
      for await _ in begins.stream { break }
      return try await notebook.run { event in
        switch event {
        case .started(let cell) where cell.name == "side": run.withLock { $0?.cancel() }
        case .finished(let cell, _): finished.withLock { $0.append(cell.name) }
        default: break
        }
      }
    }
    run.withLock { $0 = task }
    begins.continuation.yield()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(finished.withLock { $0 } == ["flowers", "small", "quick"])
  }
}
