import Datasets
import Foundation
import NotebookRunner
import NotebookSyntax
import Synchronization
import Testing

@Suite("What is known of data files need not be read again.")
struct KnownDatasetsTests {
  private static let text = """
    ```{load} table
    dataset: {csv: {path: table.csv, label: kind}}
    ```
    """
  private static let rows = "a,kind\n1,left\n2,right\n"
  /// Behind which the file system's clock shows every change.
  private static let rest = Duration.milliseconds(2200)

  private func with(_ body: (TestNotebook, StoreFolder) async throws -> Void) async throws {
    let notebook = try TestNotebook(Self.text, data: ["table.csv": Data(Self.rows.utf8)])
    defer { notebook.remove() }
    try await body(notebook, StoreFolder(in: notebook.folder))
  }

  /// Plans the notebook, for so many classes, and looks whether the file is read for it.
  private func expect(
    _ classes: Int, isRead expected: Bool, _ store: ResultStore, _ notebook: TestNotebook,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let isRead = Atomic(false)
    var locations = notebook.locations
    locations.progress = { _ in isRead.store(true, ordering: .relaxed) }
    let (plan, _, _) = Planner.plan(
      NotebookParser.parse(notebook.source).document, parameters: [], locations: locations, store: store)
    guard case .data(let data)? = plan?.cells.first?.signature.kind else { throw TestFailure("no data") }
    #expect(data.classNames?.count == classes, sourceLocation: location)
    #expect(isRead.load(ordering: .relaxed) == expected, sourceLocation: location)
  }

  @Test("A file that rests is read once, and again when it changes, its length and its age being the same.")
  func restingFile() async throws {
    try await with { notebook, folder in
      try await Task.sleep(for: Self.rest)
      try expect(2, isRead: true, ResultStore(folder), notebook)
      try expect(2, isRead: false, ResultStore(folder), notebook)
      try expect(2, isRead: false, ResultStore(folder, isReadOnly: true), notebook)
      try expect(2, isRead: true, ResultStore(nil), notebook)
      try expect(2, isRead: true, ResultStore(folder, refresh: .everything), notebook)
      try expect(2, isRead: true, ResultStore(folder, refresh: .cells(["table"])), notebook)

      let file = notebook.folder.appendingPathComponent("table.csv")
      let date = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate]
      try Data(Self.rows.replacingOccurrences(of: "right", with: "left\n").utf8).write(to: file)
      try FileManager.default.setAttributes([.modificationDate: try #require(date)], ofItemAtPath: file.path)
      try expect(1, isRead: true, ResultStore(folder), notebook)
    }
  }

  @Test("A file that changed a moment ago is not kept, for it may change again unseen.")
  func restlessFile() async throws {
    try await with { notebook, folder in
      for _ in 0..<2 { try expect(2, isRead: true, ResultStore(folder), notebook) }
    }
  }

  @Test("A file that is dated in the future rests as well as any other.")
  func futureFile() async throws {
    try await with { notebook, folder in
      let file = notebook.folder.appendingPathComponent("table.csv")
      try FileManager.default.setAttributes([.modificationDate: Date.distantFuture], ofItemAtPath: file.path)
      try await Task.sleep(for: Self.rest)
      try expect(2, isRead: true, ResultStore(folder), notebook)
      try expect(2, isRead: false, ResultStore(folder), notebook)
    }
  }

  @Test("Nothing is written where results are only read.")
  func readOnly() async throws {
    try await with { notebook, folder in
      try await Task.sleep(for: Self.rest)
      for _ in 0..<2 {
        try expect(2, isRead: true, ResultStore(folder, isReadOnly: true), notebook)
      }
      #expect(try !folder.exists())
    }
  }

  @Test("What is damaged is named, and the file is read.")
  func damage() async throws {
    try await with { notebook, folder in
      try await Task.sleep(for: Self.rest)
      try expect(2, isRead: true, ResultStore(folder), notebook)
      let cells = "\(folder.path)/v2/\(TestNotebook.storeKey.identifier)/cells"
      let name = try #require(
        try FileManager.default.subpathsOfDirectory(atPath: cells).first { $0.contains("/") })
      try Data("tunebook-store 2 x y 0 0\n{}\n".utf8).write(to: URL(fileURLWithPath: "\(cells)/\(name)"))
      let store = ResultStore(folder)
      try expect(2, isRead: true, store, notebook)
      #expect(store.problems == [.damaged("\(cells)/\(name)", cell: "table")])
      try expect(2, isRead: false, ResultStore(folder), notebook)
    }
  }
}
