import Diagnostics
import NotebookSyntax
import Testing

@Suite struct InlineValueTests {
  /// Expects as many inline values as there are pairs of markers, each between its pair.
  private func expectValues(
    _ text: String, _ expressions: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let notebook = MarkedNotebook(text)
    let values = notebook.document.inlineValues.sorted { $0.range.start < $1.range.start }
    let pairs: [(Character, Character)] = [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣"), ("5️⃣", "6️⃣"), ("7️⃣", "8️⃣")]
    #expect(values.map(\.expression) == expressions, sourceLocation: sourceLocation)
    #expect(
      values.map(\.range) == pairs.compactMap { notebook.range($0.0, $0.1) }, sourceLocation: sourceLocation)
    #expect(notebook.diagnostics.isEmpty, sourceLocation: sourceLocation)
  }

  @Test("A code span directly behind the mark is a value, wherever inlines may stand.")
  func everywhere() {
    expectValues("# Got {value}`1️⃣a.b | percent(1)2️⃣`\n", ["a.b | percent(1)"])
    expectValues("Title {value}`1️⃣a2️⃣`\n=====\n", ["a"])
    expectValues("*x {value}`1️⃣a2️⃣`* **{value}`3️⃣b4️⃣`** ~~{value}`5️⃣c6️⃣`~~", ["a", "b", "c"])
    expectValues("[{value}`1️⃣a2️⃣` x](u) ![{value}`3️⃣b4️⃣`](data:image/png;base64,AA)", ["a", "b"])
    expectValues("- x\n- {value}`1️⃣a2️⃣`\n\n  > 1. y {value}`3️⃣b4️⃣`\n", ["a", "b"])
    expectValues("x[^n]\n\n[^n]: see {value}`1️⃣a2️⃣`\n\nlast {value}`3️⃣b4️⃣`\n", ["a", "b"])
    expectValues("日本 é 👩‍👩‍👧 {value}`1️⃣a2️⃣`\r\nb {value}`3️⃣c4️⃣`\r\n", ["a", "c"])
    expectValues("---\ntitle: x\n---\n{value}`1️⃣a2️⃣`{value}`3️⃣a4️⃣`", ["a", "a"])
  }

  @Test("In tables a bar within an expression is written with a backslash.")
  func tables() {
    expectValues(
      "| {value}`1️⃣h2️⃣` | b |\n|---|---|\n| {value}`3️⃣x \\| percent(1)4️⃣` | {value}`5️⃣y6️⃣` |\n",
      ["h", "x | percent(1)", "y"])
    expectValues("| a | b |\n|---|---|\n| `x | {value}`1️⃣y2️⃣` |\n", ["y"])
    expectValues("para {value}`1️⃣a2️⃣`\n| {value}`3️⃣a4️⃣` |\n|---|\n| {value}`5️⃣a6️⃣` |\n", ["a", "a", "a"])
  }

  @Test("The expression is what the code span holds: longer fences, one space stripped, line ends as spaces.")
  func spans() {
    expectValues("{value}``1️⃣a ` b2️⃣``", ["a ` b"])
    expectValues("{value}` 1️⃣a b2️⃣ `", ["a b"])
    expectValues("{value}`1️⃣a\nb2️⃣`", ["a b"])
    expectValues("> {value}`1️⃣a >\n> b2️⃣` and {value}`3️⃣c4️⃣`", ["a > b", "c"])
    expectValues("- {value}`1️⃣a\n  b2️⃣`", ["a b"])
  }

  @Test("What is escaped, in code, apart or spelled with entities is no value.")
  func noValues() {
    expectValues("\\{value}`a` and {value}`1️⃣a2️⃣`", ["a"])
    expectValues("`` {value}`a` `` and {value}`1️⃣a2️⃣`", ["a"])
    expectValues("\\`{value}`1️⃣a2️⃣`", ["a"])
    expectValues("{model}`a` {value}x`a` &#123;value}`a` {value} {value}", [])
    expectValues("```\n{value}`a`\n```\n\n    {value}`b`\n\n<!-- {value}`c` -->\n", [])
    expectValues("\\{valeu}`a` `` {valeu}`a` ``", [])
    expectValues("\\{value}``", [])
    expectValues("\\\\{value}`1️⃣a2️⃣`", ["a"])
  }

  @Test("A value that is not closed takes nothing away from the next one.")
  func unclosed() {
    let notebook = MarkedNotebook("It is 1️⃣{value}2️⃣`a.loss, and then {value}`b.loss`, and {value}`c.loss`.")
    #expect(notebook.diagnostics.map(\.code) == ["TB-S-118"])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test(
    "What was meant to be a value and is none is worth a warning.",
    arguments: [
      ("a 1️⃣{valeu}2️⃣`x`", "TB-S-116"), ("# 1️⃣{Value}2️⃣``x``", "TB-S-116"),
      ("| a |\n|-|\n| 1️⃣{val}2️⃣`x` |", "TB-S-116"),
      ("an 1️⃣{value}2️⃣`` empty one", "TB-S-117"), ("1️⃣{value}2️⃣`a", "TB-S-118"),
      ("<p>1️⃣{value}2️⃣`x`</p>", "TB-S-119"), ("> a\n> <b title=\"1️⃣{value}2️⃣`x`\">", "TB-S-119"),
    ])
  func lost(text: String, code: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.document.inlineValues.isEmpty)
    #expect(notebook.diagnostics.map(\.code) == [code])
    #expect(notebook.diagnostics.map(\.severity) == [.warning])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test("The text around a value keeps nothing of the mark.")
  func surroundings() {
    let notebook = MarkedNotebook("a {value}`b` c\\{value}`d`")
    guard case .paragraph(let inlines)? = notebook.document.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.map(Sketch.of) == ["a ", "=b", " c{value}", "`d`"])
  }

  @Test(
    "A space between the mark and its expression is worth a warning.",
    arguments: [
      "x 1️⃣{value}2️⃣ `a`", "\\{value} `a` 1️⃣{value}2️⃣\n`a`",
    ])
  func detached(text: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == [SyntaxProblem.detachedValue.code])
    #expect(notebook.diagnostics.map(\.severity) == [.warning])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }
}
