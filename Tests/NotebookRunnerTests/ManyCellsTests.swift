import NotebookRunner
import Testing

/// Notebooks of very many cells, whose planning once took time that grew with the square of their number.
@Suite struct ManyCellsTests {
  @Test("A long chain of cells that are `from` each other is followed once.", .timeLimit(.minutes(5)))
  func chain() throws {
    let cells = (1...1_000).map { "```{expect} e\($0)\nfrom: e\($0 - 1)\n```\n" }
    let (_, found) = try TestNotebook("```{expect} e0\nclaims: [\"1 < 2\"]\n```\n" + cells.joined()).plan()
    #expect(found.map(\.message) == [])
  }

  @Test("A long circle of cells is reported once, at its first cell.", .timeLimit(.minutes(5)))
  func circle() throws {
    let cells = (0..<1_000).map { "```{expect} e\($0)\nfrom: e\(($0 + 1) % 1_000)\n```\n" }
    let (_, found) = try TestNotebook(cells.joined()).plan()
    #expect(found.map(\.code) == ["TB-P-106"] && found.first?.range.start == 21)
    #expect(found.first?.message.contains("e0 → e1 → e2 →") == true)
    #expect(found.first?.message.hasSuffix("… → e0") == true)
  }

  @Test("A cell may have 100 parameters of its own, those that it inherits included.")
  func parameters() throws {
    let first = "```{expect} e0\nclaims: [\"1 < 2\"]\nparams: {p0: 0}\n```\n"
    let others = (1...99).map { "```{expect} e\($0)\nfrom: e\($0 - 1)\nparams: {p\($0): 0}\n```\n" }.joined()
    let last = "```{expect} e100\nfrom: 2️⃣e99\nparams: 1️⃣{p100: 0}\n```\n"
    let notebook = try TestNotebook(first + others + last)
    let (_, found) = try notebook.plan()
    let errors = found.filter { $0.severity == .error }
    #expect(errors.map(\.message) == ["\"params\" holds 101 values, and may hold at most 100"])
    #expect(errors.first?.range.start == notebook.markers["1️⃣"])
    #expect(errors.first?.notes.first?.range.start == notebook.markers["2️⃣"])
    let (_, alone) = try TestNotebook(first + others).plan()
    #expect(!alone.hasErrors)
  }

  @Test("A notebook may have 1,000 parameters.")
  func notebookParameters() throws {
    let names = (0...1_000).map { "p\($0): 1" }.joined(separator: ", ")
    let (_, found) = try TestNotebook("---\nparams: {\(names)}\n---\n").plan()
    #expect(
      found.map(\.message).contains("\"params\" holds 1001 values, and may hold at most 1000"),
      "\(found.map(\.message).prefix(3))")
  }

  @Test("A plot or a comparison takes 100 fits, and refuses more at their place.")
  func fits() throws {
    for directive in ["plot", "compare"] {
      let names = (0...100).map { "f\($0)" }.joined(separator: ", ")
      let notebook = try TestNotebook("```{\(directive)}\nfits: 1️⃣[\(names)]\n```\n")
      let (_, found) = try notebook.plan()
      #expect(found.map(\.message) == ["\"fits\" holds 101 values, and may hold at most 100"])
      #expect(found.first?.range.start == notebook.markers["1️⃣"])
    }
  }
}
