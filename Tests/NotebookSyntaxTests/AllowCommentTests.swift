import Diagnostics
import NotebookSyntax
import Testing

@Suite struct AllowCommentTests {
  @Test("A comment of its own holds for the block below it, and one within a paragraph for the paragraph.")
  func scopes() {
    let notebook = MarkedNotebook(
      """
      # A

      1️⃣<!-- allow: 2️⃣one3️⃣ -->
      Text, and
      more.4️⃣

      5️⃣So *here <!-- allow: 6️⃣two7️⃣ --> it* is.8️⃣

      <!-- a note: allow: nothing -->
      """)
    let allowances = notebook.document.allowances
    #expect(allowances.map(\.name.value) == ["one", "two"])
    #expect(allowances.map(\.name.range) == [notebook.range("2️⃣", "3️⃣"), notebook.range("6️⃣", "7️⃣")])
    #expect(allowances.map(\.scope) == [notebook.range("1️⃣", "4️⃣"), notebook.range("5️⃣", "8️⃣")])
  }

  @Test("One comment may name several, in lists and quotes too.")
  func several() {
    let notebook = MarkedNotebook("> - It is <!-- allow: 1️⃣one2️⃣, 3️⃣one_more4️⃣ --> so.\n")
    #expect(notebook.document.allowances.map(\.name.value) == ["one", "one_more"])
    #expect(
      notebook.document.allowances.map(\.name.range)
        == [notebook.range("1️⃣", "2️⃣"), notebook.range("3️⃣", "4️⃣")])
  }
}
