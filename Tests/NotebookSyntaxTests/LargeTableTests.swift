import Diagnostics
import NotebookSyntax
import Testing

@Suite struct LargeTableTests {
  private func table(columns: Int, rows: Int, prefix: String = "") -> String {
    let head = prefix + String(repeating: "|a", count: columns) + "|\n"
    let dashes = prefix + String(repeating: "|-", count: columns) + "|\n"
    return head + dashes + String(repeating: prefix + "|b\n", count: rows)
  }

  private func codes(_ text: String) -> [String] {
    NotebookParser.parse(SourceFile(path: "a.md", text: text)).diagnostics.map(\.code)
  }

  @Test(
    "Short rows of a wide table, which Markdown fills up, are refused before they are read.",
    arguments: ["", "> ", "> > "])
  func wide(prefix: String) {
    #expect(codes("\n" + table(columns: 2000, rows: 20_000, prefix: prefix)) == ["TB-S-161"])
  }

  @Test("Tables as people write them, and many of them, are read.")
  func usual() {
    #expect(codes("\n" + table(columns: 12, rows: 500)).isEmpty)
    #expect(codes("\n" + String(repeating: table(columns: 5, rows: 20) + "\n", count: 50)).isEmpty)
  }
}
