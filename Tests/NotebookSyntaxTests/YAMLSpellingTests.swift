import NotebookSyntax
import Options
import Testing

@Suite struct YAMLSpellingTests {
  static let bodies = [
    "a: one 1️⃣x2️⃣ two",
    "a: 1️⃣x2️⃣\n  two\n\n  three",
    "a: one\n    two >\n\n  1️⃣x2️⃣ three",
    "a: >\n  one\n  1️⃣x2️⃣ three",
    "a: >-\n  one >\n\n    1️⃣x2️⃣\n",
    "a: |\n  one\n    1️⃣x2️⃣ three\n",
    "a: |2-  # remark: x\n    one\n  1️⃣x2️⃣\n",
    "a: 'it''s 1️⃣x2️⃣'",
    "a: 'one''\n\n  ''1️⃣x2️⃣'",
    "a: \"\\\"\\u65e5\\U0001F469\\x61\\n \\t 1️⃣x2️⃣\"",
    "a: \"one \\N\\_\\L\\P  \n\n  1️⃣x2️⃣\"",
    "a: \"one\\\n   t\\\n\n  w 1️⃣x2️⃣\"",
    "a: \"日本 1️⃣x2️⃣\"",
  ]

  @Test("A word of a scalar knows where it is written, in every style of YAML.", arguments: bodies)
  func places(body: String) throws {
    for ending in ["\n", "\r\n"] {
      for indentation in ["", "  "] {
        let lines = "```{fit}\n\(body)\n```\n".split(separator: "\n", omittingEmptySubsequences: false)
        let notebook = MarkedNotebook(lines.map { indentation + $0 }.joined(separator: ending))
        #expect(notebook.diagnostics.isEmpty)
        let text = try #require(notebook.body?["a"]?.sourceText)
        let index = try #require(text.text.utf8.map(\.self).lastIndex(of: UInt8(ascii: "x")))
        #expect(text.range(of: index..<index + 1) == notebook.range("1️⃣", "2️⃣"))
      }
    }
  }
}
