import Engine
import Foundation
import NotebookResults
import NotebookRunner
import Testing
import WeightFiles

/// Entries that are sealed with the key of the store, and whose content makes no sense.
@Suite struct SenselessEntryTests {
  private static let text =
    TestNotebook.flowerCells + """
      ```{fit} deep
      from: quick
      optimizer: {adam: {learning_rate: 0.01}}
      measure: each_layer
      ```

      ```{evaluate} report
      fit: deep
      pos_label: bellis
      curves: roc
      ```

      ```{show}
      data: flowers
      what: [sample, class_counts]
      ```

      """

  /// Changes every entry to which the change applies, and expects what a run without a store gives.
  private func expectDamage(_ change: (StoreEntry) throws -> StoreEntry?) async throws {
    let notebook = try TestNotebook(Self.text)
    defer { notebook.remove() }
    let folder = StoreFolder(in: notebook.folder)
    let clean = try await notebook.run(store: ResultStore(folder))
    var changes = 0
    for place in try places(in: notebook.folder) {
      let file = try #require(try folder.file(at: place))
      let entry = try StoreEntry(file, at: place, TestNotebook.storeKey, needsPayload: true)
      guard let other = try change(entry) else { continue }
      try folder.write(other, to: place)
      changes += 1
    }
    #expect(changes > 0)
    let store = ResultStore(folder)
    let outcome = try await notebook.run(store: store)
    #expect(outcome.cells.map(\.value) == clean.cells.map(\.value))
    #expect(outcome.cells.map(\.outputs) == clean.cells.map(\.outputs))
    #expect(store.problems.map(\.code) == Array(repeating: "TB-K-101", count: changes))
  }

  private func places(in folder: URL) throws -> [StorePlace] {
    let key = folder.appending(path: ".tunebook/v2/\(TestNotebook.storeKey.identifier)").path
    return try FileManager.default.subpathsOfDirectory(atPath: key).sorted().compactMap { path in
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count > 2, let kind = StorePlace.Kind(rawValue: parts[0]) else { return nil }
      return StorePlace(kind, digest: parts[2], file: parts.count > 3 ? parts[3] : nil)
    }
  }

  @Test(
    "A result whose parts do not fit each other is named and computed anew.",
    arguments: [
      (#""counts":[["#, #""counts":[[],["#),
      (#""truePositives":"#, #""truePositives":-1"#),
      (#""footerRows":0"#, #""footerRows":-1"#),
      (#""categories":["#, #""categories":["more","#),
      (#""seconds":"#, #""seconds":-1e300,"unknown":"#),
    ])
  func results(part: String, other: String) async throws {
    try await expectDamage { entry in
      let text = String(decoding: entry.description, as: UTF8.self)
      guard text.contains(part), text.contains(#""outputs""#) else { return nil }
      return StoreEntry(description: Data(text.replacingOccurrences(of: part, with: other).utf8))
    }
  }

  @Test(
    "An epoch that records something else than its fit does is trained anew.",
    arguments: [(#""name":"loss""#, #""name":"lass""#), (#""layer":"dense_1""#, #""layer":"none""#)])
  func epochs(part: String, other: String) async throws {
    var isFirst = true
    try await expectDamage { entry in
      let text = String(decoding: entry.description, as: UTF8.self)
      guard isFirst, !entry.payload.isEmpty, text.contains(part) else { return nil }
      isFirst = false
      return StoreEntry(
        description: Data(text.replacingOccurrences(of: part, with: other).utf8), payload: entry.payload)
    }
  }

  @Test("A training that ended early is not believed of a fit that has nothing to end it.")
  func stop() async throws {
    let whole = #""kind":"epochs of a training""#
    try await expectDamage { entry in
      let text = String(decoding: entry.description, as: UTF8.self)
      guard text.contains(whole), text.contains(#""first":3"#) else { return nil }
      let stopped = text.replacingOccurrences(
        of: whole, with: whole + #","stop":{"english":"a","japanese":"a"}"#)
      return StoreEntry(description: Data(stopped.utf8), payload: entry.payload)
    }
  }

  @Test("An optimizer's array that is shorter than its weights is not gone on from.")
  func optimizerState() async throws {
    try await expectDamage { entry in
      guard !entry.payload.isEmpty, String(decoding: entry.description, as: UTF8.self).contains(#""first":3"#)
      else { return nil }
      let arrays = try WeightFile.safetensors.arrays(in: entry.payload)
      guard arrays.contains(where: { $0.name.hasPrefix("optimizer/") }) else { return nil }
      let shorter = arrays.map { array in
        array.name.hasPrefix("optimizer/")
          ? Variable(name: array.name, shape: [1], values: Array(array.values.prefix(1))) : array
      }
      return StoreEntry(
        description: entry.description, payload: WeightFile.safetensors.data(of: shorter))
    }
  }
}
