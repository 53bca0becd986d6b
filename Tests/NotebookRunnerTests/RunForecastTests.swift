import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct RunForecastTests {
  private static let text =
    TestNotebook.flowerCells
    + "```{fit} other\nfrom: quick\noptimizer: {sgd: {learning_rate: 0.02}}\n```\n\n"
    + "```{fit} longer\nfrom: quick\nepochs: 7\n```\n\n```{evaluate} report\nfit: other\n```\n"

  /// What would be done for each cell, after the notebook as it was has run in the folder of the store.
  private func forecast(
    _ text: String, after stored: URL, refresh: Refresh = .nothing
  ) async throws -> [String: RunForecast.Cell] {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    let plan = try #require(try notebook.plan().plan)
    let forecast = await NotebookRun(
      plan, locations: notebook.locations, store: ResultStore(StoreFolder(in: stored), refresh: refresh),
      jobs: 2
    ) { event in Issue.record("a forecast is no run: \(event)") }.forecast()
    return Dictionary(uniqueKeysWithValues: forecast.cells.map { ($0.name, $0) })
  }

  private func with(_ body: (URL) async throws -> Void) async throws {
    let notebook = try TestNotebook(Self.text)
    defer { notebook.remove() }
    try await body(notebook.folder)
  }

  private func run(_ text: String, in folder: URL) async throws {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    _ = try await notebook.run(store: ResultStore(StoreFolder(in: folder)))
  }

  @Test("Before the first run everything is computed, but what a cell above trains, and its time is tried.")
  func first() async throws {
    try await with { folder in
      let cells = try await forecast(Self.text, after: folder)
      #expect(cells["quick"]?.work == .computed)
      #expect(cells["quick"]?.reason == "no run is stored")
      #expect(cells["longer"]?.work == .continued(from: 3, to: 7))
      for name in ["flowers", "quick", "other", "longer"] {
        #expect(try #require(cells[name]?.seconds) > 0, "\(name)")
      }
      #expect(try !StoreFolder(in: folder).exists())
    }
  }

  @Test("A fit that a fuller one of its course serves is trained once.")
  func shared() async throws {
    try await with { folder in
      let bare = "```{fit} bare\nfrom: quick\nmetrics: []\nvalidation_data: null\nepochs: 5\n```\n"
      let cells = try await forecast(Self.text + bare, after: folder)
      #expect(cells["quick"]?.work == .computed)
      #expect(cells["longer"]?.work == .continued(from: 5, to: 7))
      #expect(cells["bare"]?.work == .continued(from: 3, to: 5))
      try await run(Self.text + bare, in: folder)
      #expect(try await forecast(Self.text + bare, after: folder)["bare"]?.work == .stored)
    }
  }

  @Test("After a run everything is stored.")
  func stored() async throws {
    try await with { folder in
      try await run(Self.text, in: folder)
      let cells = try await forecast(Self.text, after: folder)
      for name in ["flowers", "quick", "other", "longer", "report"] {
        #expect(cells[name]?.work == .stored, "\(name)")
      }
    }
  }

  @Test("The forecast names what was changed, and what that changes.")
  func reasons() async throws {
    let edits: [(from: String, to: String, cell: String, reason: String)] = [
      ("0.02", "0.03", "other", "learning_rate 0.02 → 0.03 since the stored run"),
      ("0.02", "0.03", "report", "other changed since the stored run"),
      ("units: 8", "units: 9", "quick", "small changed since the stored run"),
      ("batch_size: 8", "batch_size: 9", "quick", "batch_size 8 → 9 since the stored run"),
      ("fit: other", "fit: quick", "report", "fit other → quick since the stored run"),
      (
        "```{load} flowers", "---\nseed: 4\n---\n\n```{load} flowers", "quick",
        "flowers changed, seed 0 → 4 since the stored run"
      ),
      ("{fit} other", "{fit} another", "another", "new since the stored run"),
    ]
    try await with { folder in
      try await run(Self.text, in: folder)
      for edit in edits {
        var text = Self.text.replacingOccurrences(of: edit.from, with: edit.to)
        if edit.cell == "another" {
          text = text.replacingOccurrences(of: "fit: other", with: "fit: another")
            .replacingOccurrences(of: "0.02", with: "0.05")
        }
        let cells = try await forecast(text, after: folder)
        #expect(cells[edit.cell]?.reason == edit.reason)
      }
    }
  }

  @Test("What is to be refreshed is computed, and the data that it needs is read.")
  func refresh() async throws {
    try await with { folder in
      try await run(Self.text, in: folder)
      let cells = try await forecast(Self.text, after: folder, refresh: .cells(["other"]))
      #expect(cells["other"]?.work == .computed)
      #expect(cells["quick"]?.work == .stored)
      #expect(cells["flowers"]?.reason == "other needs its samples")
    }
  }

  @Test("How long the data takes to read is tried where no whole run has shown it.")
  func interrupted() async throws {
    try await with { folder in
      try await run(Self.text, in: folder)
      let records = ".tunebook/v2/\(TestNotebook.storeKey.identifier)/runs"
      try FileManager.default.removeItem(at: folder.appendingPathComponent(records))
      let cells = try await forecast(Self.text.replacing("epochs: 7", with: "epochs: 9"), after: folder)
      #expect(cells["flowers"]?.reason == "longer needs its samples")
      let seconds = try #require(cells["flowers"]?.seconds)
      #expect(seconds > 0)
    }
  }

  @Test("Data is read where an evaluation wants its samples, as long as it took the last time.")
  func evaluated() async throws {
    try await with { folder in
      try await run(Self.text, in: folder)
      let edited = Self.text.replacingOccurrences(
        of: "fit: other\n```", with: "fit: other\nsplit: train\n```")
      let cells = try await forecast(edited, after: folder)
      #expect(cells["other"]?.work == .stored)
      #expect(cells["flowers"]?.work == .computed)
      #expect(cells["flowers"]?.reason == "report needs its samples")
      #expect(try #require(cells["flowers"]?.seconds) > 0)
    }
  }

  @Test("Cells wait for their inputs and for a free worker in the total.")
  func total() async throws {
    try await with { folder in
      let notebook = try TestNotebook(Self.text)
      defer { notebook.remove() }
      let plan = try #require(try notebook.plan().plan)
      let store = ResultStore(StoreFolder(in: folder))
      for jobs in [1, 2] {
        let forecast = await NotebookRun(
          plan, locations: notebook.locations, store: store, jobs: jobs
        ) { _ in }.forecast()
        let all = forecast.cells.compactMap(\.seconds)
        let sum = all.reduce(0, +)
        let longest = try #require(all.max())
        #expect(jobs == 1 ? abs(forecast.seconds - sum) < 1e-9 : forecast.seconds < sum)
        #expect(forecast.seconds >= longest)
      }
    }
  }
}
