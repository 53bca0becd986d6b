import Foundation
import NotebookResults
import NotebookRunner
import Testing

/// Fits that differ in what they record alone are one training.
@Suite struct SharedTrainingTests {
  /// `bare` is `quick` without metrics and validation, and stands before it or behind it.
  private static let bare = """
    ```{fit} bare
    model: small
    data: flowers
    optimizer: {sgd: {learning_rate: 0.1}}
    epochs: 3
    batch_size: 8
    ```

    """
  private static let bareFirst = TestNotebook.flowerCells.replacingOccurrences(
    of: "```{fit} quick", with: bare + "\n```{fit} quick")
  private static let bareLast = TestNotebook.flowerCells + bare

  private func run(_ text: String, in folder: URL?) async throws -> [String: CellOutcome] {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    let outcome = try await notebook.run(store: ResultStore(folder.map { StoreFolder(in: $0) }))
    return Dictionary(outcome.cells.compactMap { cell in cell.name.map { ($0, cell) } }) { $1 }
  }

  private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shared-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  @Test(
    "They are trained once, whichever stands first, and each shows what it shows alone.",
    arguments: [
      bareFirst, bareLast,
      bareFirst.replacingOccurrences(
        of: "epochs: 3\nbatch_size: 8\n```\n\n\n```{fit} quick",
        with: "epochs: 2\nbatch_size: 8\n```\n\n\n```{fit} quick"),
    ])
  func trainedOnce(_ text: String) async throws {
    let together = try await run(text, in: nil)
    let bare = try #require(together["bare"])
    let quick = try #require(together["quick"])
    #expect([bare.saved.epochs, quick.saved.epochs].contains { $0 >= 2 })
    #expect([bare.saved.epochs, quick.saved.epochs].contains(0))
    let alone = try await run(TestNotebook.flowerCells, in: nil)
    #expect(quick.outputs == alone["quick"]?.outputs)
    #expect(quick.value == alone["quick"]?.value)
    let epochs = text.contains("epochs: 2") ? "epochs: 2" : "epochs: 3"
    let onlyBare = TestNotebook.flowerCells.replacingOccurrences(of: "epochs: 3", with: epochs)
      .replacingOccurrences(of: "metrics: [accuracy]\nvalidation_data: flowers\n", with: "")
      .replacingOccurrences(of: "quick", with: "bare")
    let bareAlone = try await run(onlyBare, in: nil)
    #expect(bare.outputs == bareAlone["bare"]?.outputs)
    #expect(bare.value == bareAlone["bare"]?.value)
  }

  @Test("Each keeps its epochs when the other is taken away.", arguments: [bareFirst, bareLast])
  func eachKeepsItsOwn(_ text: String) async throws {
    try await withFolder { folder in
      _ = try await run(text, in: folder)
      let onlyBare = text.replacingOccurrences(
        of: "metrics: [accuracy]\nvalidation_data: flowers\nepochs: 3", with: "epochs: 1")
      #expect(try await run(onlyBare, in: folder)["bare"]?.saved.isAll == true)
      #expect(try await run(TestNotebook.flowerCells, in: folder)["quick"]?.saved.isAll == true)
    }
  }

  @Test("One that records more than what is stored trains anew, and serves the other from then on.")
  func recordsMore() async throws {
    try await withFolder { folder in
      _ = try await run(Self.bareFirst, in: folder)
      let more = Self.bareFirst.replacingOccurrences(
        of: "validation_data: flowers\nepochs: 3\nbatch_size: 8",
        with: "validation_data: flowers\nepochs: 5\nbatch_size: 8\nmeasure: each_layer")
      let cells = try await run(more, in: folder)
      #expect(cells["bare"]?.saved.isAll == true)
      #expect(cells["quick"]?.saved.epochs == 0)
      let longer = more.replacingOccurrences(
        of: "epochs: 3\nbatch_size: 8", with: "epochs: 5\nbatch_size: 8")
      #expect(try await run(longer, in: folder)["bare"]?.saved.isAll == true)
      let clean = try await run(longer, in: nil)
      #expect(try await run(longer, in: folder)["bare"]?.outputs == clean["bare"]?.outputs)
    }
  }

  @Test("Fits that validate on different data stay apart where that is not what they learn.")
  func otherData() async throws {
    let text = Self.bareFirst.replacingOccurrences(
      of: "```{model} small",
      with:
        "```{load} others\ndataset: {csv: {path: flowers.csv, label: kind}}\ntest_split: 0.5\n```\n\n```{model} small"
    ).replacingOccurrences(of: "validation_data: flowers", with: "validation_data: others")
    let cells = try await run(text, in: nil)
    #expect(cells["bare"]?.saved.epochs == 0)
    #expect(cells["quick"]?.saved.epochs == 0)
  }
}
