import Diagnostics
import NotebookSyntax
import Testing

/// Texts made to exhaust a parser: none crashes it, and none keeps it busy for long.
@Suite(.serialized) struct PathologicalTextTests {
  struct Text: CustomTestStringConvertible {
    let testDescription: String
    let isTooDeep: Bool
    let make: @Sendable (Int) -> String

    init(_ description: String, isTooDeep: Bool = false, _ make: @escaping @Sendable (Int) -> String) {
      testDescription = description
      self.isTooDeep = isTooDeep
      self.make = make
    }
  }

  static let texts: [Text] = [
    Text("quotes", isTooDeep: true) { String(repeating: ">", count: $0) + "a" },
    Text("lists", isTooDeep: true) { String(repeating: "- ", count: $0) + "a" },
    Text("emphasis", isTooDeep: true) {
      String(repeating: "*a **b ", count: $0) + "c" + String(repeating: " b** a*", count: $0)
    },
    Text("images", isTooDeep: true) {
      String(repeating: "![", count: $0 / 2) + "a" + String(repeating: "](b)", count: $0 / 2)
    },
    Text("open brackets") { String(repeating: "[", count: $0) + "a" },
    Text("nested brackets") { String(repeating: "[", count: $0) + "a" + String(repeating: "]", count: $0) },
    Text("open emphasis") { String(repeating: "a **b *", count: $0) },
    Text("backticks of all lengths") { count in
      (1...max(1, count / 60)).map { String(repeating: "`", count: $0) + " {value}" }.joined()
    },
    Text("values") { String(repeating: "{value}`a.b` ", count: $0) },
    Text("values in a table") { "|a|\n|-|\n" + String(repeating: "| {value}`a \\| b` |\n", count: $0) },
    Text("marks apart") { String(repeating: "{value} `a` ", count: $0) },
    Text("entities for values") { String(repeating: "&#123;value}`a` {value}`b`", count: $0) },
    Text("dollar signs") { String(repeating: "$a ", count: $0) },
    Text("double dollar signs") { String(repeating: "$$a\n", count: $0) },
    Text("formulas") { String(repeating: "$a$ ", count: $0) },
    Text("formulas over lines") { String(repeating: "$$\na\n- b\n$$\n", count: $0 / 4) },
    Text("formulas in addresses") { String(repeating: "[a](b$c$d) ", count: $0) },
    Text("one long formula") { "$" + String(repeating: "x^2 + ", count: $0) + "x$" },
    Text("groups of a formula") { "$" + String(repeating: "{", count: $0) + "a$" },
    Text("references") { String(repeating: "@fig-a ", count: $0) },
    Text("at signs") { String(repeating: "@", count: $0) },
    Text("footnotes") { count in
      (0..<count / 10).map { "a[^\($0)]\n\n[^\($0)]: b\n\n" }.joined()
    },
    Text("cells") { count in (0..<count / 10).map { "```{fit} a\($0)\nx: [1, {b: c}]\n```\n\n" }.joined() },
    Text("unclosed cells") { String(repeating: "```{fit} a\n", count: $0) },
    Text("duplicate keys") { "```{fit}\n" + String(repeating: "a: 1\n", count: $0 / 100) + "```\n" },
  ]

  @Test(
    "A text of thousands of something is read, or refused for its depth.", .timeLimit(.minutes(5)),
    arguments: texts)
  func read(text: Text) {
    let diagnostics = NotebookParser.parse(SourceFile(path: "a.md", text: text.make(4_000))).diagnostics
    #expect(diagnostics.contains { $0.code == SyntaxProblem.tooDeep(limit: 0).code } == text.isTooDeep)
  }

  @Test("Nesting up to the limit is kept whole.")
  func limit() {
    let notebook = MarkedNotebook(String(repeating: "> ", count: 22) + "a")
    #expect(notebook.diagnostics.isEmpty)
    #expect(Sketch.of(notebook.document.blocks).hasSuffix("p(a" + String(repeating: ")", count: 23)))
  }
}
