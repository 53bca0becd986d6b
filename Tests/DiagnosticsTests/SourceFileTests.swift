import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test(
    "Lines end with LF, CRLF or CR.",
    arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\nb\r\nc"])
  func lineEndings(text: String) {
    let source = SourceFile(path: "a.md", text: text)
    #expect(source.lineCount == 3)
    #expect((1...3).map { source[source.rangeOfLine($0)] } == ["a", "b", "c"])
    let last = text.utf8.count - 1
    #expect(source.location(of: last) == SourceLocation(line: 3, column: 1))
  }

  @Test("Columns count characters as a reader sees them.")
  func wideColumns() {
    let source = SourceFile(path: "a.md", text: "x\n日本é👩‍👩‍👧z\n")
    let offset = "x\n日本é👩‍👩‍👧".utf8.count
    #expect(source.location(of: offset) == SourceLocation(line: 2, column: 5))
  }

  @Test("An offset outside the text is taken for its nearest end.")
  func clamped() {
    let source = SourceFile(path: "a.md", text: "ab\ncd")
    #expect(source.location(of: -3) == SourceLocation(line: 1, column: 1))
    #expect(source.location(of: 99) == SourceLocation(line: 2, column: 3))
    #expect(source[SourceRange(3, 99)] == "cd")
    #expect(source[SourceRange(98, 99)] == "")
  }

  @Test("A text that ends with a line end has an empty last line, and an empty text has one line.")
  func lastLine() {
    let source = SourceFile(path: "a.md", text: "a\n")
    #expect(source.lineCount == 2)
    #expect(source.rangeOfLine(2) == SourceRange(2, 2))
    #expect(SourceFile(path: "a.md", text: "").rangeOfLine(1) == SourceRange(0, 0))
  }

  @Test("A range never ends before it starts.")
  func range() {
    #expect(SourceRange(5, 3) == SourceRange(5, 5))
  }
}
