import Diagnostics
import Foundation
import Testing

@Suite struct DiagnosticTextTests {
  private func render(
    _ text: String, _ range: SourceRange, _ problem: SampleProblem = .wrong, severity: Severity = .error,
    notes: [Diagnostic.Note] = []
  ) -> String {
    let source = SourceFile(path: "a.md", text: text)
    return DiagnosticText(source: source)
      .render([Diagnostic(problem, at: range, severity: severity, notes: notes)])
  }

  @Test("A diagnostic shows its place, message, code, line, carets and help.")
  func whole() {
    #expect(
      render("# T\nepochs: ten\n", SourceRange(12, 15)) == """
        a.md:2:9: error: this is wrong [TB-X-101]
         2 | epochs: ten
           |         ^^^
          = help: write it right

        """)
  }

  @Test("A warning without help ends with its line, and notes follow it.")
  func notes() {
    let note = Diagnostic.Note("it began here", at: SourceRange(0, 1))
    #expect(
      render("[a\nb c", SourceRange(3, 4), .advice, severity: .warning, notes: [note]) == """
        a.md:2:1: warning: this could be better [TB-X-102]
         2 | b c
           | ^
        a.md:1:1: note: it began here
         1 | [a
           | ^

        """)
  }

  @Test("Carets stand below wide characters, two columns each.")
  func wide() {
    let before = "学習率: 👍🏽é "
    #expect(
      render(before + "速い!", SourceRange(before.utf8.count, before.utf8.count + 6)) == """
        a.md:1:9: error: this is wrong [TB-X-101]
         1 | 学習率: 👍🏽é 速い!
           |             ^^^^
          = help: write it right

        """)
  }

  @Test("Tabs are shown as spaces up to the next stop, within the marked part too.")
  func tabs() {
    #expect(
      render("a:\tb\tc d", SourceRange(3, 6)) == """
        a.md:1:4: error: this is wrong [TB-X-101]
         1 | a:  b   c d
           |     ^^^^^
          = help: write it right

        """)
  }

  @Test("Lines that end with CRLF or CR are shown without it.", arguments: ["\r\n", "\r"])
  func carriageReturns(ending: String) {
    let text = "a" + ending + "b c" + ending
    let start = 1 + ending.utf8.count + 2
    #expect(
      render(text, SourceRange(start, start + 1)) == """
        a.md:2:3: error: this is wrong [TB-X-101]
         2 | b c
           |   ^
          = help: write it right

        """)
  }

  @Test("Of a range of several lines the first is shown, marked to its end.")
  func severalLines() {
    #expect(
      render("a: [1,\n  2,\n  3]\n", SourceRange(3, 17)) == """
        a.md:1:4: error: this is wrong [TB-X-101]
         1 | a: [1,
           |    ^^^
          = help: write it right

        """)
  }

  @Test("The end of the file has a caret of its own, with and without a last line end.")
  func endOfFile() {
    #expect(
      render("ab", SourceRange(2, 2)) == """
        a.md:1:3: error: this is wrong [TB-X-101]
         1 | ab
           |   ^
          = help: write it right

        """)
    #expect(
      render("ab\n", SourceRange(3, 3)) == """
        a.md:2:1: error: this is wrong [TB-X-101]
         2 |\u{20}
           | ^
          = help: write it right

        """)
  }

  @Test("Characters that would act on the terminal are not passed to it.")
  func controlCharacters() {
    let text = render("a\u{1B}[31mb\u{202E}c", SourceRange(7, 8))
    #expect(text.contains(" 1 | a\u{FFFD}[31mb[U+202E]c\n   |        ^^^^^^^^\n"))
  }

  /// A problem in the words of a notebook, its data or the command line.
  private struct Quoting: Problem {
    let message: String
    let help: String?

    var record: ProblemRecord { ProblemRecord("TB-X-103", message, help: help, rule: "", reason: "") }
  }

  @Test("Messages, help, notes and paths are cleaned as the line is.")
  func cleanedWords() {
    let evil = "a\u{1B}[31mb\u{202E}\n"
    let diagnostic = Diagnostic(
      Quoting(message: evil, help: evil), at: SourceRange(0, 1),
      notes: [Diagnostic.Note(evil, at: SourceRange(0, 1))])
    let text = DiagnosticText(source: SourceFile(path: evil, text: "x")).render([diagnostic])
    #expect(text.components(separatedBy: "a\u{FFFD}[31mb[U+202E]\u{FFFD}").count == 6)
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test("Of a very long message and help the beginning and the end are shown.")
  func longWords() {
    let cell = String(repeating: "7", count: 100_000)
    let text = DiagnosticText.render(
      Quoting(message: "\"\(cell)\" is not a number", help: "columns: \(cell), last"))
    #expect(text.count < 1400)
    #expect(text.hasPrefix("error: \"777"))
    #expect(text.contains("777\" is not a number [TB-X-103]"))
    #expect(text.hasSuffix("777, last\n"))
  }

  @Test("Of a file without text the path alone is the place.")
  func noText() {
    #expect(render("", SourceRange(0, 0), .advice) == "a.md: error: this could be better [TB-X-102]\n")
  }

  @Test("Of a very long line the surroundings of the place are shown.")
  func longLine() throws {
    let text = render(
      String(repeating: "x", count: 5000) + "HERE" + String(repeating: "y", count: 5000),
      SourceRange(5000, 5004))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 140 })
    let column = try #require(lines[1].range(of: "HERE")).lowerBound.utf16Offset(in: lines[1])
    #expect(lines[2].firstIndex(of: "^")?.utf16Offset(in: lines[2]) == column)
    #expect(lines[2].hasSuffix("^^^^"))
  }

  @Test("Diagnostics come in order of place, each once, with an empty line between.")
  func order() {
    let source = SourceFile(path: "a.md", text: "a b")
    let (first, second) = (
      Diagnostic(SampleProblem.wrong, at: SourceRange(0, 1)),
      Diagnostic(SampleProblem.wrong, at: SourceRange(2, 3))
    )
    let text = DiagnosticText(source: source).render([second, first, second])
    #expect(text == DiagnosticText(source: source).render([first, second]))
    #expect(text.components(separatedBy: "\n\n").count == 2)
  }

  @Test("Colour changes nothing but the colour.")
  func color() {
    let source = SourceFile(path: "a.md", text: "a b")
    let diagnostics = [Diagnostic(SampleProblem.wrong, at: SourceRange(2, 3))]
    let colored = DiagnosticText(source: source, usesColor: true).render(diagnostics)
    #expect(colored.contains("\u{1B}[31m"))
    #expect(
      colored.replacing(/\u{1B}\[\d+m/, with: "") == DiagnosticText(source: source).render(diagnostics))
  }
}
