import Datasets
import Foundation
import NotebookRunner
import Synchronization
import Testing

@Suite struct RunProgressTests {
  /// What is told of a run, as `cell: what`, without what changes from one to the next.
  private func events(_ text: String, store: ResultStore = ResultStore(nil)) async throws -> [String] {
    let notebook = try TestNotebook(text, data: ["rows.csv": Data(Self.rows.utf8)])
    defer { notebook.remove() }
    let plan = try #require(try notebook.plan().plan)
    let told = Mutex([String]())
    _ = try await NotebookRun(plan, locations: notebook.locations, store: store, jobs: 1) { event in
      let words: String? =
        switch event {
        case .started(let cell): "\(cell.name): started"
        case .finished(let cell, _): "\(cell.name): finished"
        case .progress(let cell, .loading(.reading(let file, _, _))): "\(cell.name): reading \(file)"
        case .progress(let cell, .answering(let share)): "\(cell.name): answering\(share == 1 ? ", all" : "")"
        case .progress(let cell, .ended): "\(cell.name): ended"
        case .progress(let cell, .epoch(let epoch, let all, _, _)): "\(cell.name): epoch \(epoch) of \(all)"
        case .progress: nil
        }
      told.withLock { told in
        if let words, told.last != words { told.append(words) }
      }
    }.outcome()
    return told.withLock(\.self)
  }

  private static let rows =
    "x,y,kind\n"
    + (0..<2000).map { "\($0 % 4),\($0 % 3),\("abc".dropFirst($0 % 3).prefix(1))" }.joined(
      separator: "\n")

  private static let cells = """
    ```{load} rows
    dataset: {csv: {path: rows.csv, label: kind}}
    test_split: 0.25
    ```

    ```{model} small
    layers: [{dense: {units: 3, activation: softmax}}]
    ```

    ```{fit} quick
    model: small
    data: rows
    metrics: [accuracy]
    validation_data: rows
    ```


    """

  @Test(
    "Reading and answering are told of from the beginning to the end, as is a comparison after the last cell."
  )
  func whole() async throws {
    let text =
      Self.cells + "```{fit} slower\nfrom: quick\noptimizer: {sgd: 0.001}\n```\n\n"
      + "```{evaluate} report\nfit: quick\n```\n"
    #expect(
      try await events(text) == [
        "rows: started", "rows: reading rows.csv", "rows: ended", "rows: finished", "small: started",
        "small: finished", "quick: started", "quick: epoch 1 of 1", "quick: finished", "slower: started",
        "slower: epoch 1 of 1", "slower: finished", "report: started", "report: answering",
        "report: answering, all", "report: finished", "slower: answering", "slower: answering, all",
        "slower: ended",
      ])
  }

  @Test("An evaluation runs the samples through the network once, whatever it reports of them.")
  func singlePass() async throws {
    let text =
      Self.cells
      + "```{evaluate} report\nfit: quick\npos_label: b\ncurves: [roc, precision_recall, reliability]\n```\n"
    let notebook = try TestNotebook(text, data: ["rows.csv": Data(Self.rows.utf8)])
    defer { notebook.remove() }
    let shares = Mutex([Double]())
    _ = try await notebook.run { event in
      if case .progress(_, .answering(let share)) = event { shares.withLock { $0.append(share) } }
    }
    // 500 samples in chunks of 128.
    #expect(shares.withLock(\.self) == [0.256, 0.512, 0.768, 1])
  }

  @Test("A fit from whose end a longer one goes on begins before others of its length.")
  func urgent() async throws {
    let text =
      Self.cells + "```{fit} slower\nfrom: quick\noptimizer: {sgd: 0.001}\n```\n\n"
      + "```{fit} longer\nfrom: slower\nepochs: 2\n```\n"
    let started = try await events(text).filter { $0.hasSuffix(": started") }
    #expect(started.suffix(3) == ["slower: started", "longer: started", "quick: started"])
  }

  @Test("Data whose description is stored is read when a fit wants it, and that this has ended is told.")
  func late() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tunebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await events(Self.cells, store: ResultStore(StoreFolder(in: folder)))
    let changed = Self.cells.replacingOccurrences(of: "metrics", with: "batch_size: 8\nmetrics")
    let events = try await events(changed, store: ResultStore(StoreFolder(in: folder)))
    #expect(
      events == [
        "rows: started", "rows: finished", "small: started", "small: finished", "quick: started",
        "rows: reading rows.csv", "rows: ended", "quick: epoch 1 of 1", "quick: finished",
      ])
  }
}
