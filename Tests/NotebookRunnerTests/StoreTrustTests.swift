import Foundation
import NotebookResults
import NotebookRunner
import Testing

/// Stores that others wrote, or that were moved, changed or made to lead elsewhere.
@Suite struct StoreTrustTests {
  private static let text =
    TestNotebook.flowerCells + "```{fit} other\nfrom: quick\noptimizer: {sgd: {learning_rate: 0.02}}\n```\n"

  private func with(_ body: (TestNotebook, _ key: URL) async throws -> Void) async throws {
    let notebook = try TestNotebook(Self.text)
    defer { notebook.remove() }
    _ = try await notebook.run(store: ResultStore(StoreFolder(in: notebook.folder)))
    try await body(
      notebook, notebook.folder.appending(path: ".tunebook/v2/\(TestNotebook.storeKey.identifier)"))
  }

  private func fits(_ key: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: key.appending(path: "fits").path)
      .filter { $0.split(separator: "/").last?.utf8.count == 64 }.sorted()
      .map { key.appending(path: "fits/\($0)") }
  }

  private func expectClean(
    _ notebook: TestNotebook, problems codes: Set<String>, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let clean = try await notebook.run()
    let store = ResultStore(StoreFolder(in: notebook.folder))
    let outcome = try await notebook.run(store: store)
    #expect(outcome.cells.map(\.value) == clean.cells.map(\.value), sourceLocation: sourceLocation)
    #expect(outcome.cells.map(\.outputs) == clean.cells.map(\.outputs), sourceLocation: sourceLocation)
    #expect(Set(store.problems.map(\.code)) == codes, sourceLocation: sourceLocation)
  }

  @Test("A fit's epochs in another fit's place are not believed.")
  func exchanged() async throws {
    try await with { notebook, key in
      let fits = try fits(key)
      try #require(fits.count == 2)
      try FileManager.default.removeItem(at: fits[0])
      try FileManager.default.copyItem(at: fits[1], to: fits[0])
      try await expectClean(notebook, problems: ["TB-K-101"])
    }
  }

  @Test("An epoch in the place of another epoch of its fit is not believed.")
  func exchangedEpochs() async throws {
    try await with { notebook, key in
      for fit in try fits(key) {
        let names = try FileManager.default.contentsOfDirectory(atPath: fit.path).sorted()
        try #require(names.count > 1)
        try FileManager.default.removeItem(at: fit.appending(path: names[0]))
        try FileManager.default.copyItem(at: fit.appending(path: names[1]), to: fit.appending(path: names[0]))
      }
      try await expectClean(notebook, problems: ["TB-K-101"])
    }
  }

  @Test(
    "Entries of a stranger's key are neither read nor removed, and those under its own name not believed.")
  func strangers() async throws {
    try await with { notebook, key in
      let stranger = try #require(StoreKey(secret: Data(repeating: 97, count: 40)))
      let other = StoreFolder(in: notebook.folder, key: stranger)
      let first = try await notebook.run(store: ResultStore(other))
      #expect(first.cells.allSatisfy { !$0.saved.isAll })
      let strange = notebook.folder.appending(path: ".tunebook/v2/\(stranger.identifier)")
      let before = try FileManager.default.subpathsOfDirectory(atPath: strange.path).sorted()
      ResultStore(StoreFolder(in: notebook.folder, limit: 0)).trim()
      #expect(try FileManager.default.subpathsOfDirectory(atPath: strange.path).sorted() == before)
      let cleared = try StoreFolder(in: notebook.folder).clear()
      #expect(cleared.others.entries > 0 && cleared.others.bytes > 0)
      #expect(try FileManager.default.subpathsOfDirectory(atPath: strange.path).sorted() == before)

      try FileManager.default.moveItem(at: strange, to: key)
      try await expectClean(notebook, problems: ["TB-K-101"])
    }
  }

  @Test("Links in a store's place, and at each depth of it, are neither followed nor removed.")
  func links() async throws {
    let inner = TestNotebook.storeKey.identifier
    let places = [
      ".tunebook", ".tunebook/v2", ".tunebook/v2/\(inner)", ".tunebook/v2/\(inner)/cells",
      ".tunebook/v2/\(inner)/fits", ".tunebook/v2/\(inner)/drafts", ".tunebook/CACHEDIR.TAG",
      ".tunebook/.gitignore",
    ]
    for place in places {
      try await with { notebook, _ in
        let victim = notebook.folder.appending(path: "victim")
        let url = notebook.folder.appending(path: place)
        // What the link leads to looks just like what belongs there.
        try FileManager.default.moveItem(at: url, to: victim)
        try FileManager.default.createSymbolicLink(at: url, withDestinationURL: victim)
        let before = try content(of: victim)
        let clean = try await notebook.run()
        for _ in 0..<2 {
          let store = ResultStore(StoreFolder(in: notebook.folder, limit: 0))
          let outcome = try await notebook.run(store: store)
          #expect(outcome.cells.map(\.outputs) == clean.cells.map(\.outputs), "\(place)")
          store.trim()
        }
        _ = try? StoreFolder(in: notebook.folder).clear()
        #expect(try content(of: victim) == before, "\(place)")
        #expect(
          try FileManager.default.destinationOfSymbolicLink(atPath: url.path) == victim.path, "\(place)")
      }
    }
  }

  @Test("Files of others within a store stay, and so does a file that has an entry's name and is none.")
  func foreignFiles() async throws {
    try await with { notebook, key in
      let fit = try #require(try fits(key).first)
      let kept = [
        fit.appending(path: "9-9"), fit.appending(path: "notes"), key.appending(path: "cells/ab/mine"),
        notebook.folder.appending(path: ".tunebook/letters"),
      ]
      for url in kept {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: url)
      }
      ResultStore(StoreFolder(in: notebook.folder, limit: 0)).trim()
      let cleared = try StoreFolder(in: notebook.folder).clear()
      #expect(cleared.strange == ["letters"])
      for url in kept { #expect(try String(contentsOf: url, encoding: .utf8) == "mine", "\(url.path)") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: fit.path).sorted() == ["9-9", "notes"])
    }
  }

  @Test("A store that everyone can write in is not used.")
  func worldWritable() async throws {
    try await with { notebook, _ in
      let store = notebook.folder.appending(path: ".tunebook").path
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: store)
      let before = try content(of: notebook.folder)
      try await expectClean(notebook, problems: ["TB-K-104"])
      #expect(try content(of: notebook.folder) == before)
    }
  }

  /// The files below a folder, with their contents.
  private func content(of url: URL) throws -> [String: Data] {
    guard FileManager.default.fileExists(atPath: url.path + "/.") else {
      return ["": try Data(contentsOf: url)]
    }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: url.path)
    return Dictionary(
      uniqueKeysWithValues: paths.map { ($0, (try? Data(contentsOf: url.appending(path: $0))) ?? Data()) })
  }
}
