import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct ResultStoreTests {
  private static let more = """
    ```{fit} other
    from: quick
    optimizer: {sgd: {learning_rate: 0.02}}
    ```

    ```{evaluate}
    fit: quick
    ```

    """
  private static let text = TestNotebook.flowerCells + more

  private func with(
    _ text: String = Self.text, _ body: (TestNotebook, URL) async throws -> Void
  ) async throws {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    try await body(notebook, notebook.folder)
  }

  private func store(_ folder: URL, refresh: Refresh = .nothing) -> ResultStore {
    ResultStore(StoreFolder(in: folder), refresh: refresh)
  }

  /// The same folder and data with another text.
  private func edited(_ text: String, in folder: URL) async throws -> NotebookOutcome {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    return try await notebook.run(store: store(folder))
  }

  private func cell(_ name: String, of outcome: NotebookOutcome) throws -> CellOutcome {
    try #require(outcome.cells.first { $0.name == name })
  }

  private func digest(_ cell: CellOutcome) throws -> Value {
    guard case .record(let fields) = cell.value else { throw TestFailure("\(cell.value)") }
    return try #require(fields.first { $0.name == "weights_digest" }).value
  }

  @Test("A second run computes nothing and shows the same.")
  func secondRun() async throws {
    try await with { notebook, folder in
      let first = try await notebook.run(store: store(folder))
      #expect(first.cells.allSatisfy { !$0.saved.isAll })
      let second = try await notebook.run(store: store(folder))
      for (one, other) in zip(first.cells, second.cells) {
        #expect(other.saved.isAll || one.directive == "model", "\(other.directive)")
        #expect(one.value == other.value)
        #expect(one.outputs == other.outputs)
        #expect(one.digest == other.digest)
      }
      #expect(try cell("quick", of: second).saved.epochs == 3)
    }
  }

  @Test(
    "A longer fit goes on from a shorter one, a shorter one is there already, and their bits are those of a fresh fit."
  )
  func epochs() async throws {
    try await with { notebook, folder in
      _ = try await notebook.run(store: store(folder))
      for (epochs, saved) in [(6, 3), (3, 3), (2, 2), (7, 6)] {
        let text = Self.text.replacingOccurrences(of: "epochs: 3", with: "epochs: \(epochs)")
        let fit = try cell("quick", of: try await edited(text, in: folder))
        #expect(fit.saved.epochs == saved)
        #expect(fit.saved.isAll == (saved == epochs))
        let fresh = try TestNotebook(text)
        defer { fresh.remove() }
        let clean = try cell("quick", of: try await fresh.run())
        #expect(try digest(fit) == digest(clean))
        #expect(fit.outputs == clean.outputs)
      }
    }
  }

  @Test(
    "Within one run, without a folder too, a fit that is the same but longer goes on from the shorter one.")
  func acrossCells() async throws {
    for jobs in [1, 4] {
      try await with(Self.text + "```{fit} longer\nfrom: quick\nepochs: 5\n```\n") { notebook, _ in
        let outcome = try await notebook.run(jobs: jobs)
        #expect(try cell("longer", of: outcome).saved.epochs == 3)
      }
    }
  }

  @Test("An interrupted fit goes on from its last epoch, and its bits are those of one that was not.")
  func interruption() async throws {
    let long = Self.text.replacingOccurrences(of: "epochs: 3", with: "epochs: 60")
    try await with(long) { notebook, folder in
      let run = Task { try await notebook.run(store: store(folder)) }
      for _ in 0..<10_000 {
        if try entries(in: folder, kind: "fits").count >= 5 { break }
        try await Task.sleep(for: .milliseconds(1))
      }
      run.cancel()
      _ = try? await run.value
      let resumed = try cell("quick", of: try await notebook.run(store: store(folder)))
      #expect(resumed.saved.epochs >= 5)
      #expect(try digest(resumed) == digest(cell("quick", of: try await notebook.run())))
    }
  }

  @Test("A damaged entry is named, computed anew, and mended.")
  func damage() async throws {
    try await with { notebook, folder in
      let clean = try await notebook.run(store: store(folder))
      for kind in ["cells", "fits"] {
        for file in try entries(in: folder, kind: kind) {
          let whole = try Data(contentsOf: file)
          for damaged in [
            Data(), whole.prefix(whole.count - 1), whole.prefix(40) + Data([0]) + whole.dropFirst(41),
            whole.dropLast() + Data([whole[whole.count - 1] ^ 1]),
          ] {
            try damaged.write(to: file)
            let store = store(folder)
            let outcome = try await notebook.run(store: store)
            #expect(outcome.cells.map(\.value) == clean.cells.map(\.value))
            #expect(outcome.cells.map(\.outputs) == clean.cells.map(\.outputs))
            let isRead = kind == "cells" || file.lastPathComponent.hasSuffix("-3")
            if isRead { #expect(store.problems.contains { $0.message.contains(file.lastPathComponent) }) }
            try whole.write(to: file)
          }
        }
      }
    }
  }

  @Test("What cannot be stored is said, and the run is none the worse.")
  func unwritable() async throws {
    try await with { notebook, folder in
      try Data("mine".utf8).write(to: folder.appendingPathComponent(StoreFolder.name))
      let store = store(folder)
      let outcome = try await notebook.run(store: store)
      #expect(outcome.cells.allSatisfy { if case .ok = $0.status { true } else { false } })
      #expect(store.problems.map(\.code) == ["TB-K-104"])
      #expect(throws: StoreProblem.self) { try StoreFolder(in: folder).clear() }
    }
  }

  @Test("A folder that a killed run has not marked is taken; one that holds something else is left alone.")
  func unmarkedFolder() async throws {
    try await with { notebook, folder in
      let stored = folder.appendingPathComponent(StoreFolder.name)
      try FileManager.default.createDirectory(at: stored, withIntermediateDirectories: false)
      let taken = store(folder)
      _ = try await notebook.run(store: taken)
      #expect(taken.problems.isEmpty)
      #expect(try StoreFolder(in: folder).clear().removed > 0)
      #expect(!FileManager.default.fileExists(atPath: stored.path))

      try FileManager.default.createDirectory(at: stored, withIntermediateDirectories: false)
      try Data("mine".utf8).write(to: stored.appendingPathComponent("notes"))
      let refused = store(folder)
      _ = try await notebook.run(store: refused)
      #expect(refused.problems.map(\.code) == ["TB-K-103"])
      #expect(throws: StoreProblem.self) { try StoreFolder(in: folder).clear() }
      #expect(try FileManager.default.contentsOfDirectory(atPath: stored.path) == ["notes"])
    }
  }

  @Test("A cell that fails is not stored, and fails again.")
  func failure() async throws {
    let text = Self.text.replacingOccurrences(of: "learning_rate: 0.1", with: "learning_rate: 1.0e+38")
      .replacingOccurrences(of: "tanh", with: "linear")
    try await with(text) { notebook, folder in
      for _ in 0..<2 {
        let fit = try cell("quick", of: try await notebook.run(store: store(folder)))
        guard case .failed = fit.status else { throw TestFailure("\(fit.status)") }
        #expect(!fit.saved.isAll)
      }
    }
  }

  @Test("--refresh computes what it names anew, and nothing else.")
  func refresh() async throws {
    try await with { notebook, folder in
      _ = try await notebook.run(store: store(folder))
      let one = try await notebook.run(store: store(folder, refresh: .cells(["other"])))
      #expect(try cell("quick", of: one).saved.isAll)
      #expect(try !cell("other", of: one).saved.isAll)
      let all = try await notebook.run(store: store(folder, refresh: .everything))
      #expect(all.cells.allSatisfy { !$0.saved.isAll })
    }
  }

  @Test("--refresh trains anew what is named, and all once where nothing is.")
  func refreshOfSharedEpochs() async throws {
    let longer = Self.text + "```{fit} longer\nfrom: quick\nepochs: 5\n```\n"
    try await with(longer) { notebook, folder in
      _ = try await notebook.run(store: store(folder))
      let one = try await notebook.run(store: store(folder, refresh: .cells(["longer"])))
      #expect(try cell("longer", of: one).saved.epochs == 0)
      let all = try await notebook.run(store: store(folder, refresh: .everything))
      #expect(try cell("quick", of: all).saved.epochs == 0)
      #expect(try cell("longer", of: all).saved.epochs == 3)
    }
  }

  @Test("Two runs at once in one folder give what each gives alone.")
  func twoRuns() async throws {
    try await with { notebook, folder in
      let clean = try await notebook.run()
      async let one = notebook.run(store: store(folder))
      async let other = notebook.run(store: store(folder))
      for outcome in try await [one, other] {
        #expect(outcome.cells.map(\.outputs) == clean.cells.map(\.outputs))
      }
      let after = store(folder)
      #expect(try await notebook.run(store: after).cells.map(\.outputs) == clean.cells.map(\.outputs))
      #expect(after.problems.isEmpty)
      #expect(try entries(in: folder, kind: "drafts").isEmpty)
    }
  }

  @Test("What was written first goes first where the folder is too large, and what the run used stays.")
  func limit() async throws {
    try await with { notebook, folder in
      _ = try await notebook.run(store: store(folder))
      let fits = try entries(in: folder, kind: "fits")
      let old = try #require(fits.first).deletingLastPathComponent()
      for file in fits where file.deletingLastPathComponent() == old {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: file.path)
      }
      let size = try ["fits", "cells"].flatMap { try entries(in: folder, kind: $0) }
        .reduce(0) { try $0 + Data(contentsOf: $1).count }
      ResultStore(StoreFolder(in: folder, limit: size)).trim()
      #expect(FileManager.default.fileExists(atPath: old.path))
      let used = ResultStore(StoreFolder(in: folder, limit: 0))
      _ = try await notebook.run(store: used)
      used.trim()
      #expect(try entries(in: folder, kind: "fits") == fits)
      ResultStore(StoreFolder(in: folder, limit: size - 1)).trim()
      #expect(!FileManager.default.fileExists(atPath: old.path))
      #expect(try !entries(in: folder, kind: "fits").isEmpty)
      #expect(try StoreFolder(in: folder).clear().removed > 0)
      #expect(try !StoreFolder(in: folder).exists())
    }
  }

  /// The files of the store, at any depth.
  private func entries(in folder: URL, kind: String) throws -> [URL] {
    let root = folder.appendingPathComponent(
      "\(StoreFolder.name)/v2/\(TestNotebook.storeKey.identifier)/\(kind)")
    guard let paths = FileManager.default.subpaths(atPath: root.path) else { return [] }
    return paths.sorted().map { root.appendingPathComponent($0) }.filter { !$0.hasDirectoryPath }
      .filter { (try? Data(contentsOf: $0)) != nil }
  }
}
