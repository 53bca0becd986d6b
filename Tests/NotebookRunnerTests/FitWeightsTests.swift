import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct FitWeightsTests {
  @Test("Two fits do not save in one file.")
  func writtenTwice() throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells
        + "```{fit} one\nfrom: quick\nsave: w.npz\n```\n\n```{fit} two\nfrom: quick\nsave: 1️⃣w.npz\n```\n")
    defer { notebook.remove() }
    let diagnostics = try notebook.plan().diagnostics
    #expect(diagnostics.map(\.code) == ["TB-W-107"])
    #expect(diagnostics.first?.range.start == notebook.markers["1️⃣"])
  }

  @Test("Fits without a name do not save in one file either, and one that is not computed saves nothing.")
  func writtenTwiceWithoutName() throws {
    let fit = "```{fit}\nfrom: quick\nsave: w.npz\n```\n\n"
    for (second, codes) in [(fit, ["TB-W-107"]), (fit.replacing("from", with: "eval: false\nfrom"), [])] {
      let notebook = try TestNotebook(TestNotebook.flowerCells + second + fit)
      defer { notebook.remove() }
      #expect(try notebook.plan().diagnostics.filter { $0.severity == .error }.map(\.code) == codes)
    }
  }

  private func saved(_ name: String) async throws -> (digest: Value?, file: Data) {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + "```{fit} kept\nfrom: quick\nsave: \(name)\n```\n")
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    let file = try Data(contentsOf: notebook.folder.appending(path: name))
    let kept = try #require(outcome.cells.last)
    #expect(kept.outputs.last == .text(.phrase(.weightsSaved, [name])))
    return (kept.value["weights_digest"], file)
  }

  private func starting(from name: String, _ file: Data, fit: String) throws -> TestNotebook {
    try TestNotebook(
      TestNotebook.flowerCells + fit, data: TestNotebook.tables.merging([name: file]) { $1 })
  }

  @Test("Weights that one notebook saved, another starts from.", arguments: ["w.npz", "w.safetensors"])
  func startsFromFile(_ name: String) async throws {
    let (digest, file) = try await saved(name)
    let notebook = try starting(
      from: name, file,
      fit: "```{fit} again\nfrom: quick\nweights: \(name)\noptimizer: {sgd: {learning_rate: 0}}\n```\n")
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    #expect(outcome.cells.last?.value["weights_digest"] == digest)
    let source = try #require(outcome.provenance.data.last)
    #expect(source.cell == "again" && source.digests.keys.contains(name))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let code: String
    let option: String
    var testDescription: String { option }
  }

  static let mistakes = [
    Mistake(code: "TB-W-101", option: "save: 1️⃣w.h5"), Mistake(code: "TB-W-106", option: "save: 1️⃣../w.npz"),
    Mistake(code: "TB-W-106", option: "save: 1️⃣/tmp/w.npz"),
    Mistake(code: "TB-W-104", option: "save: 1️⃣no/w.npz"),
    Mistake(code: "TB-W-102", option: "weights: 1️⃣gone.npz"),
    Mistake(code: "TB-W-105", option: "weights: 1️⃣broken.npz"),
    Mistake(code: "TB-E-502", option: "model: other\nweights: 1️⃣w.npz"),
    Mistake(code: "TB-E-501", option: "model: longer\nweights: 1️⃣w.npz"),
  ]

  @Test("A file that cannot serve is reported before anything trains, at its place.", arguments: mistakes)
  func reported(_ mistake: Mistake) async throws {
    let file = try await saved("w.npz").file
    let models = """
      ```{model} other
      layers: [{dense: {units: 9}}, {dense: {units: 3, activation: softmax}}]
      ```

      ```{model} longer
      layers: [{dense: {units: 8}}, {dense: {units: 3}}, {dense: {units: 3, activation: softmax}}]
      ```


      """
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + models + "```{fit}\nfrom: quick\n\(mistake.option)\n```\n",
      data: TestNotebook.tables.merging(["w.npz": file, "broken.npz": file.prefix(100)]) { $1 })
    defer { notebook.remove() }
    let (plan, diagnostics) = try notebook.plan()
    #expect(plan == nil)
    #expect(diagnostics.map(\.code) == [mistake.code], "\(diagnostics.map(\.message))")
    #expect(diagnostics.first?.range.start == notebook.markers["1️⃣"])
  }
}
