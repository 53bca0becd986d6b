import Foundation
import NotebookResults
import NotebookRunner
import Testing

/// Edits of a notebook, and which of its results they make stale.
@Suite struct CellKeyTests {
  private struct Edit: Sendable {
    let from: String
    let to: String
    /// The cells that must be computed anew.
    let stale: Set<String>
  }

  private static let notebook = """
    ---
    params: {rate: 0.1, unused: 1}
    ---

    Some prose about flowers.

    ```{load} flowers
    dataset: {csv: {path: flowers.csv, label: kind}}
    test_split: 0.25
    ```

    ```{model} small
    layers:
      - dense: {units: 8, activation: tanh}
      - dense: {units: 3, activation: softmax}
    ```

    ```{model} large
    layers:
      - dense: {units: 16, activation: tanh}
      - dense: {units: 3, activation: softmax}
    ```

    ```{fit} quick
    model: small
    data: flowers
    optimizer: {sgd: {learning_rate: "${rate}"}}
    metrics: [accuracy]
    validation_data: flowers
    epochs: 2
    batch_size: 8
    caption: A caption.
    ```

    ```{fit} other
    from: quick
    model: large
    optimizer: {sgd: {learning_rate: 0.01}}
    ```

    ```{evaluate} quality
    fit: quick
    ```

    """

  private static let all: Set<String> = ["flowers", "quick", "other", "quality"]

  private static let harmless = [
    Edit(from: "Some prose", to: "Other, longer prose\n\nabout two", stale: []),
    Edit(from: "A caption.", to: "\"Ends at {value}`quick.val_accuracy | percent(1)`.\"", stale: []),
    Edit(from: "epochs: 2\nbatch_size: 8", to: "batch_size: 8   # small\nepochs: 2", stale: []),
    Edit(from: "data: flowers\noptimizer", to: "data: flowers\nshuffle: true\noptimizer", stale: []),
    Edit(from: "units: 16, activation: tanh", to: "activation: tanh, units: 16", stale: []),
    Edit(from: "small", to: "tiny", stale: []),
    Edit(from: "flowers\ndataset", to: "flowers\n# where they come from\ndataset", stale: []),
    Edit(from: "unused: 1", to: "unused: 7", stale: []),
    Edit(from: "{rate: 0.1, ", to: "{rate: 0.10, ", stale: []),
    Edit(from: "epochs: 2", to: "epochs: 2\nannotations: [{epoch: 2, text: end}]\ntitle: Curves", stale: []),
    Edit(from: "fit: quick", to: "fit: quick\ntitle: Report\nheight: 300", stale: []),
  ]

  private static let harmful = [
    Edit(from: "rate: 0.1", to: "rate: 0.2", stale: ["quick", "quality"]),
    Edit(from: "batch_size: 8", to: "batch_size: 9", stale: ["quick", "other", "quality"]),
    Edit(from: "units: 8", to: "units: 9", stale: ["quick", "quality"]),
    Edit(from: "units: 16", to: "units: 17", stale: ["other"]),
    Edit(from: "sgd: {learning_rate: 0.01}", to: "sgd: {learning_rate: 0.02}", stale: ["other"]),
    Edit(from: "test_split: 0.25", to: "test_split: 0.3", stale: all),
    Edit(from: "---\nparams", to: "---\nseed: 3\nparams", stale: all),
    Edit(from: "fit: quick", to: "fit: other", stale: ["quality"]),
  ]

  /// Which cells are computed where the notebook as it was is stored.
  private func computed(_ text: String, _ store: URL, data: [String: Data]) async throws -> Set<String> {
    let notebook = try TestNotebook(text, data: data)
    defer { notebook.remove() }
    try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
    let outcome = try await notebook.run(store: ResultStore(StoreFolder(in: store)))
    return Set(
      outcome.cells.filter { !$0.saved.isAll && $0.directive != "model" }.compactMap(\.name))
  }

  private func withStored(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tunebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try await computed(Self.notebook, folder, data: TestNotebook.tables) == Self.all)
    let kept = folder.appendingPathComponent("kept")
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      at: folder.appendingPathComponent(StoreFolder.name), to: kept.appendingPathComponent(StoreFolder.name))
    try await body(kept)
  }

  /// A copy for each edit, so that none sees what another stored.
  private func fresh(_ kept: URL) throws -> URL {
    let copy = kept.deletingLastPathComponent().appendingPathComponent(UUID().uuidString)
    try FileManager.default.copyItem(at: kept, to: copy)
    return copy
  }

  @Test("Random edits make stale exactly what depends on them.")
  func randomEdits() async throws {
    try await withStored { kept in
      var numbers = SystemRandomNumberGenerator()
      for _ in 0..<24 {
        var edits = Self.harmless.filter { _ in Bool.random(using: &numbers) }
        edits += Self.harmful.shuffled(using: &numbers).prefix(Int.random(in: 0...2, using: &numbers))
        var text = Self.notebook
        var stale: Set<String> = []
        for edit in edits where text.contains(edit.from) {
          text = text.replacingOccurrences(of: edit.from, with: edit.to)
          stale.formUnion(edit.stale)
        }
        let found = try await computed(text, fresh(kept), data: TestNotebook.tables)
        #expect(found == stale, "\(edits.map(\.to))")
      }
    }
  }

  @Test("Each edit alone makes stale exactly what depends on it.")
  func eachEdit() async throws {
    try await withStored { kept in
      for edit in Self.harmless + Self.harmful {
        try #require(Self.notebook.contains(edit.from))
        let text = Self.notebook.replacingOccurrences(of: edit.from, with: edit.to)
        let found = try await computed(text, fresh(kept), data: TestNotebook.tables)
        #expect(found == edit.stale, "\(edit.to)")
      }
    }
  }

  @Test("Another cell name trains nothing, and another content of the data file everything.")
  func namesAndFiles() async throws {
    try await withStored { kept in
      let renamed = Self.notebook.replacingOccurrences(of: "quick", with: "swift")
      let afterRenaming = try await computed(renamed, fresh(kept), data: TestNotebook.tables)
      #expect(afterRenaming.isEmpty)
      var data = TestNotebook.tables
      data["flowers.csv"]? += Data("1.5,2.5,aster\n".utf8)
      let afterChange = try await computed(Self.notebook, fresh(kept), data: data)
      #expect(afterChange == Self.all)
    }
  }
}
