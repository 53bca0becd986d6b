import Diagnostics
import NotebookSyntax
import Testing

@Suite struct DirectionControlTests {
  private func findings(_ text: String) -> [String] {
    let source = SourceFile(path: "a.md", text: text)
    return NotebookParser.parse(source).diagnostics.filter { $0.code == "TB-S-160" }.map { finding in
      let place = source.location(of: finding.range.start)
      return "\(place.line):\(place.column) \(finding.severity) \(finding.message)"
    }
  }

  private func message(_ name: String) -> String {
    "warning the character \(name) is invisible and changes the direction of the text around it"
  }

  @Test("Characters that turn the direction of text are warned of at their place, once in each line.")
  func places() {
    let text =
      "---\ntitle: a\u{200F}\n---\nb\u{202E}c\u{202C}\r\n\n```{load} d\ndataset: digits # \u{061C}\n```\n日\u{2066}本"
    #expect(
      findings(text) == [
        "2:9 " + message("U+200F"), "4:2 " + message("U+202E"), "7:19 " + message("U+061C"),
        "9:2 " + message("U+2066"),
      ])
    #expect(findings("日本語 – “quotes” … \u{200D}\u{200B} عربي\n") == [])
  }

  @Test("Of many lines the first are named and the others are counted.")
  func many() {
    let found = findings(String(repeating: "a\u{202E}\u{202E}b\n\n", count: 3000))
    #expect(found.count == 20)
    #expect(found.last?.hasSuffix("; 2980 further lines of this notebook have one too") == true)
    #expect(findings(String(repeating: "\u{202E}", count: 100_000)).count == 1)
  }

  @Test("Messages show marks in their place.")
  func messages() {
    let source = SourceFile(path: "a.md", text: "ab\u{202E}c\n")
    let text = DiagnosticText(source: source).render(NotebookParser.parse(source).diagnostics)
    #expect(text.hasPrefix("a.md:1:3: warning: the character U+202E is invisible"))
    #expect(text.contains(" 1 | ab[U+202E]c\n   |   ^^^^^^^^\n"))
  }

  @Test("Characters that escapes and entities stand for are warned of where these stand.")
  func written() {
    let text = """
      ---
      title: "a\\u202Eb"
      ---
      c &amp; &#x202E;d&rlm; `&#x202E;`

      ```{load} d
      dataset: "\\u2067digits"
      ```

      ```
      &#x202E; \\u202E
      ```

      """
    #expect(
      findings(text) == [
        "2:8 " + message("U+202E"), "4:3 " + message("U+202E"), "7:10 " + message("U+2067"),
      ])
  }

  @Test("Findings as JSON have escapes in their place.")
  func json() {
    let source = SourceFile(path: "a\u{202E}.md", text: "b\u{202E}c\n")
    let json = DiagnosticJSON.render([(source, NotebookParser.parse(source).diagnostics)])
    #expect(json.contains("\"a\\u202e.md\"") && !BidirectionalControl.occurs(in: json))
  }
}
