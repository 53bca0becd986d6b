import Diagnostics
import NotebookSyntax
import Testing

@Suite struct BrokenTableTests {
  @Test(
    "A table whose row of dashes does not fit is refused there, and its values are not held to be wrong.",
    arguments: [
      "| a | b |\n1️⃣| --- |2️⃣\n| 1 | {value}`x \\| fixed(1)` |\n",
      "| a |\n1️⃣|---|:-:|2️⃣\n| {value}`x` |\n",
      "1️⃣| a | b |2️⃣\n| {value}`y \\| percent(1)` | 2 |\n",
    ])
  func broken(_ text: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == ["TB-S-157"])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(notebook.document.inlineValues.isEmpty)
  }

  @Test(
    "Columns are counted with and without a bar at the end.",
    arguments: ["| a | b | c |", "| a | b \\| x | c"])
  func counted(_ header: String) {
    let found = MarkedNotebook(header + "\n|---|---|\n").diagnostics
    #expect(
      found.map(\.message)
        == ["the header above has 3 columns, and this row of dashes 2, so this is not a table"])
    #expect(found.map(\.help) == ["write |---|---|---|"])
  }

  @Test(
    "A cell of the row of dashes that is not one is named, with the right spelling.",
    arguments: [
      ("| a | b |\n| ---- :| -- :|\n", "write ---:"), ("| a | b |\n| --- | : --- |\n", "write :---"),
      ("| a |\n| -- -- |\n", "write ---"), ("| a | b |\n| :-: | |\n", "write ---"),
    ])
  func wrongDashes(_ text: String, _ help: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == ["TB-S-157"])
    #expect(notebook.diagnostics.map(\.help) == [help])
    #expect(notebook.diagnostics.first?.message.contains("columns") == false)
  }

  @Test("The message says that a colon stands apart from its dashes.")
  func apartColon() {
    let notebook = MarkedNotebook("| a | b |\n| 1️⃣---- :2️⃣| -- :|\n")
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(
      notebook.diagnostics.map(\.message)
        == ["there is a space inside \"---- :\", so this row of dashes does not make a table"])
  }

  @Test(
    "Tables, and bars in prose, are none.",
    arguments: ["| a |\n|---|\n", "| a line\nand more | text\n", "| alone |\n", "| a |\n| b |\n"])
  func others(_ text: String) { #expect(MarkedNotebook(text).diagnostics.isEmpty) }
}
