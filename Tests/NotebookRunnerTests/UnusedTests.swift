import Diagnostics
import NotebookRunner
import Testing

@Suite struct UnusedTests {
  private static let base = TestNotebook.flowerCells

  private func warnings(_ text: String) throws -> (found: [Diagnostic], markers: [Character: Int]) {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    return (try notebook.plan().diagnostics, notebook.markers)
  }

  @Test(
    "What is defined or computed and never read is warned of, at its name.",
    arguments: [
      ("TB-G-101", "---\nparams: {1️⃣rounds: 3}\n---\n" + base),
      ("TB-G-101", base + "```{fit}\nparams: {1️⃣rounds: 3}\nfrom: quick\n```\n"),
      (
        "TB-G-101",
        "---\nparams: {1️⃣rounds: 3}\n---\n\(base)```{fit}\nparams: {rounds: 2}\nfrom: quick\nepochs: ${rounds}\n```\n"
      ),
      ("TB-G-102", base + "```{model} 1️⃣spare\nlayers: [{dense: {units: 3, activation: softmax}}]\n```\n"),
      ("TB-G-103", base + "```{load} 1️⃣spare\ndataset: {csv: {path: flowers.csv, label: kind}}\n```\n"),
    ])
  func unread(_ code: String, _ text: String) throws {
    let (found, markers) = try warnings(text)
    #expect(found.map(\.code) == [code], "\(found.map(\.message))")
    #expect(found.first?.range.start == markers["1️⃣"])
    #expect(found.first?.severity == .warning)
  }

  @Test(
    "What is read in any way is not warned of.",
    arguments: [
      "---\nparams: {rounds: 3}\n---\n" + base + "```{fit}\nfrom: quick\nepochs: ${rounds}\n```\n",
      "---\nparams: {rounds: 3}\n---\n" + base + "It has {value}`params.rounds`.\n",
      "---\nparams: {rounds: 3}\ntitle: \"${rounds} rounds\"\n---\n" + base,
      "---\nparams: {rounds: 3}\n---\n" + base + "```{expect}\n- quick.epochs == params.rounds\n```\n",
      base + "```{model} parent\nlayers: [{dense: {units: 3, activation: softmax}}]\n```\n\n"
        + "```{model} child\nfrom: parent\n```\n\n```{fit}\nfrom: quick\nmodel: child\n```\n",
      base + "```{model} spare\nlayers: [{dense: {units: 3, activation: softmax}}]\n```\n\n"
        + "It has {value}`spare.parameters` parameters.\n",
      "```{load} shape_only\ndataset: {csv: {path: flowers.csv, label: kind}}\n```\n\n"
        + "```{model}\nlayers: [flatten]\n```\n",
      base + "```{load} spare\ndataset: {csv: {path: flowers.csv, label: kind}}\neval: false\n```\n",
    ])
  func read(_ text: String) throws {
    let (found, _) = try warnings(text)
    #expect(found.isEmpty, "\(found.map(\.message))")
  }

  @Test("A notebook with a mistake is not told what follows from it.")
  func mistaken() throws {
    let (found, _) = try warnings(
      "---\nparams: {rounds: 3}\n---\n" + Self.base + "```{fit}\nfrom: quick\nepochs: ${round}\n```\n")
    #expect(found.map(\.code) == ["TB-O-111"])
    let refused = try warnings("---\nparams: {learning-rate: 3}\n---\n" + Self.base).found
    #expect(refused.map(\.code) == ["TB-F-103"])
  }
}
