import Diagnostics
import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct StartingWeightsTests {
  private static func cell(_ name: String, _ options: String) -> String {
    "```{fit} \(name)\nfrom: quick\n\(options)\n```\n\n"
  }

  /// Trains nothing, so that its weights are those that it starts from.
  private static let still = "optimizer: {sgd: {learning_rate: 0}}\n"

  private func notebook(_ cells: String) throws -> TestNotebook {
    try TestNotebook(TestNotebook.flowerCells + cells)
  }

  private func digests(_ outcome: NotebookOutcome) -> [String: Value?] {
    Dictionary(outcome.cells.compactMap { cell in cell.name.map { ($0, cell.value["weights_digest"]) } }) {
      $1
    }
  }

  @Test("A fit starts from the weights of another, named or by the file that the other saves.")
  func startsFromFit() async throws {
    let cells =
      Self.cell("kept", "seed: 3\nsave: w.npz") + Self.cell("named", Self.still + "weights: kept")
      + Self.cell("filed", Self.still + "weights: ./w.npz") + Self.cell("fresh", Self.still)
    for jobs in [1, 4] {
      let notebook = try notebook(cells)
      defer { notebook.remove() }
      let outcome = try await notebook.run(jobs: jobs)
      let digests = digests(outcome)
      #expect(digests["kept"] != nil && digests["named"] == digests["kept"])
      #expect(digests["filed"] == digests["kept"] && digests["fresh"] != digests["kept"])
      #expect(!outcome.provenance.data.contains { $0.cell == "named" || $0.cell == "filed" })
    }
  }

  @Test("A file from an earlier run does not count where a fit above saves it anew.")
  func olderFile() async throws {
    let notebook = try notebook(
      Self.cell("kept", "seed: 3\nsave: w.npz") + Self.cell("filed", Self.still + "weights: w.npz"))
    defer { notebook.remove() }
    let older = try TestNotebook(TestNotebook.flowerCells + Self.cell("kept", "seed: 4\nsave: w.npz"))
    defer { older.remove() }
    _ = try await older.run()
    try FileManager.default.copyItem(
      at: older.folder.appending(path: "w.npz"), to: notebook.folder.appending(path: "w.npz"))
    let digests = digests(try await notebook.run(jobs: 4))
    #expect(digests["kept"] != nil && digests["filed"] == digests["kept"])
  }

  @Test("Another fit to start from is another result, and a stored one is found again.")
  func key() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("start-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func last(seed: Int) async throws -> CellOutcome? {
      let notebook = try notebook(Self.cell("kept", "seed: \(seed)") + Self.cell("on", "weights: kept"))
      defer { notebook.remove() }
      return try await notebook.run(store: ResultStore(StoreFolder(in: folder))).cells.last
    }
    let first = try await last(seed: 3)
    let other = try await last(seed: 4)
    let again = try await last(seed: 3)
    #expect(first?.saved.isAll == false && other?.saved.isAll == false && again?.saved.isAll == true)
    #expect(first?.value["weights_digest"] != other?.value["weights_digest"])
    #expect(first?.value == again?.value)
  }

  @Test("A forecast goes through fits that start from others.")
  func forecast() async throws {
    let notebook = try notebook(Self.cell("kept", "seed: 3") + Self.cell("on", "weights: kept"))
    defer { notebook.remove() }
    let plan = try #require(try notebook.plan().plan)
    let forecast = await NotebookRun(
      plan, locations: notebook.locations, store: ResultStore(nil), jobs: 1
    ) { _ in }.forecast()
    let on = try #require(forecast.cells.last)
    #expect(on.name == "on" && on.seconds != nil)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let code: String
    let cells: String
    var testDescription: String { code }
  }

  private static let other = "```{model} other\nlayers: [{dense: {units: 3, activation: softmax}}]\n```\n\n"

  static let mistakes = [
    Mistake(code: "TB-W-109", cells: cell("one", "weights: w.npz\nsave: 1️⃣w.npz")),
    Mistake(code: "TB-W-109", cells: cell("one", "weights: ./w.npz\nsave: 1️⃣link.npz")),
    Mistake(code: "TB-W-110", cells: cell("one", "weights: 1️⃣w.npz") + cell("two", "save: link.npz")),
    Mistake(
      code: "TB-W-110",
      cells: cell("one", "weights: 1️⃣w.npz\nsave: v.npz") + cell("two", "weights: v.npz\nsave: w.npz")),
    Mistake(
      code: "TB-W-111",
      cells: "```{fit}\nfrom: quick\nsave: w.npz\n```\n\n" + cell("two", "weights: 1️⃣w.npz")),
    Mistake(code: "TB-P-104", cells: cell("one", "weights: 1️⃣quack")),
    Mistake(code: "TB-P-107", cells: cell("one", "weights: 1️⃣small")),
    Mistake(code: "TB-P-105", cells: cell("one", "weights: 1️⃣two") + cell("two", "seed: 3")),
    Mistake(code: "TB-E-502", cells: other + cell("one", "model: other\nweights: 1️⃣quick")),
    Mistake(
      code: "TB-E-502",
      cells: cell("kept", "save: v.npz") + other + cell("one", "model: other\nweights: 1️⃣v.npz")),
    Mistake(
      code: "TB-O-103", cells: cell("kept", "save: v.npz\nepochs: 1️⃣no") + cell("one", "weights: v.npz")),
  ]

  @Test("Weights that a fit cannot start from are one finding, at their place.", arguments: mistakes)
  func reported(_ mistake: Mistake) async throws {
    let saving = try notebook(Self.cell("kept", "save: w.npz"))
    defer { saving.remove() }
    _ = try await saving.run()
    let notebook = try notebook(mistake.cells)
    defer { notebook.remove() }
    let file = notebook.folder.appending(path: "w.npz")
    try FileManager.default.copyItem(at: saving.folder.appending(path: "w.npz"), to: file)
    try FileManager.default.createSymbolicLink(
      at: notebook.folder.appending(path: "link.npz"), withDestinationURL: file)
    let (plan, diagnostics) = try notebook.plan()
    #expect(plan == nil)
    #expect(diagnostics.map(\.code) == [mistake.code], "\(diagnostics.map(\.message))")
    #expect(diagnostics.first?.range.start == notebook.markers["1️⃣"])
  }
}
