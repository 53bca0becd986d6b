import Foundation
import NotebookResults
import NotebookRunner
import Synchronization
import Testing

/// A run that goes on past its time is ended, and what is finished stays.
@Suite(.timeLimit(.minutes(5))) struct TimeLimitTests {
  private static let text =
    TestNotebook.flowerCells
    + "```{fit} endless\nfrom: quick\nepochs: 100000\n```\n\n"
    + "```{evaluate} report\nfit: endless\n```\n\n```{plot}\nfits: quick\n```\n"

  private func limits(_ seconds: Double) -> Limits {
    var limits = Limits.standard
    limits.seconds = seconds
    return limits
  }

  @Test("Finished cells are shown, the page says what is missing, and the epochs so far are stored.")
  func ended() async throws {
    let notebook = try TestNotebook(Self.text)
    defer { notebook.remove() }
    let store = ResultStore(StoreFolder(in: notebook.folder))
    let isOver = Mutex(false)
    let outcome = try await notebook.run(
      store: store, limits: limits(1),
      listener: { event in
        if case .progress(let cell, .epoch(5, of: _, _, _)) = event, cell.name == "endless" {
          isOver.withLock { $0 = true }
        }
      }, timeIsOver: { isOver.withLock(\.self) })
    let cells = Dictionary(uniqueKeysWithValues: outcome.cells.map { ($0.name ?? $0.directive, $0.status) })
    for name in ["flowers", "small", "quick", "plot"] {
      guard case .ok? = cells[name] else {
        Issue.record("\(name): \(String(describing: cells[name]))")
        continue
      }
    }
    guard case .failed(let message, let help)? = cells["endless"] else {
      Issue.record("\(String(describing: cells["endless"]))")
      return
    }
    #expect(message == "the run has used up its 1 s: 5 of 100000 epochs were trained")
    #expect(help == "run again to go on from there, or allow more with --max-time")
    guard case .skipped("endless")? = cells["report"] else {
      Issue.record("\(String(describing: cells["report"]))")
      return
    }
    #expect(outcome.notices.count == 1)
    #expect(
      outcome.notices.first?.words
        == .joined([
          .phrase(.timeIsOver, ["1"]),
          .list([.phrase(.cellNamed, ["endless"]), .phrase(.cellNamed, ["report"])]),
        ]))
    #expect(store.keptEpochs == 5)
    let plan = try #require(try notebook.plan().plan)
    let forecast = await NotebookRun(plan, locations: notebook.locations, store: store, jobs: 1) { _ in }
      .forecast()
    let work = try #require(forecast.cells.first { $0.name == "endless" }?.work)
    #expect(work == .continued(from: 5, to: 100_000))
  }

  @Test("Cells that take time are not begun once the time is over.")
  func notBegun() async throws {
    let notebook = try TestNotebook(Self.text)
    defer { notebook.remove() }
    let outcome = try await notebook.run(limits: limits(1e-9))
    guard case .failed(let message, _) = outcome.cells[0].status else {
      Issue.record("\(outcome.cells[0].status)")
      return
    }
    #expect(message == "it was not started: the run has used up its 1e-09 s")
  }
}
