import Diagnostics
import Testing

/// Findings by the thousand, and lines without end.
@Suite struct ManyFindingsTests {
  @Test("Of many findings a hundred are printed, the errors first of all, and how many more there are.")
  func leftOut() {
    let source = SourceFile(path: "a.md", text: String(repeating: "word\n", count: 300))
    let warnings = (0..<250).map {
      Diagnostic(SampleProblem.advice, at: SourceRange($0 * 5, $0 * 5 + 4), severity: .warning)
    }
    let findings = warnings + [Diagnostic(SampleProblem.wrong, at: SourceRange(1450, 1454))]
    let text = DiagnosticText(source: source).render(findings)
    #expect(text.hasSuffix("\na.md: 151 more findings are not shown\n"))
    #expect(text.contains("a.md:291:1: error") && text.contains("a.md:99:1: warning"))
    #expect(!text.contains("a.md:100:1: warning"))
    let json = DiagnosticJSON.render([(source, findings)])
    #expect(json.split(separator: "\n").count == 102)
    #expect(json.hasSuffix("\"fix\":null,\"left_out\":151}\n]\n"))
  }

  @Test("Of a finding's many notes twenty are printed, and how many more there are.")
  func notes() {
    let source = SourceFile(path: "a.md", text: "word")
    let notes = (0..<50).map { Diagnostic.Note("note \($0)", at: SourceRange(0, 4)) }
    let finding = Diagnostic(SampleProblem.wrong, at: SourceRange(0, 4), notes: notes)
    let text = DiagnosticText(source: source).render([finding])
    #expect(text.contains("note 19\n") && !text.contains("note 20\n"))
    #expect(text.contains("  = note: 30 more notes not shown\n"))
    #expect(DiagnosticJSON.render([(source, [finding])]).contains("\"notes_left_out\":30"))
  }

  @Test("A column in a long line is the number of characters before it, whatever they are.")
  func columns() {
    let line = String(repeating: "ab é日\u{301} 👩‍👩‍👧🇯🇵🇩🇪\t", count: 200)
    let source = SourceFile(path: "a.md", text: "x\r\n" + line + "\r\nz")
    var offset = 3
    for (index, character) in line.enumerated() {
      #expect(source.location(of: offset) == SourceLocation(line: 2, column: index + 1))
      offset += character.utf8.count
    }
    let ascii = SourceFile(path: "a.md", text: String(repeating: "a", count: 2000) + "\r\nb")
    #expect(ascii.location(of: 1999).column == 2000 && ascii.location(of: 2002).line == 2)
  }

  @Test(
    "Places in a line of a megabyte are found and shown without reading all of it.",
    .timeLimit(.minutes(5)))
  func longLine() {
    let source = SourceFile(path: "a.md", text: String(repeating: "é ", count: 350_000))
    for offset in stride(from: 0, to: 1_000_000, by: 100) { _ = source.location(of: offset) }
    let findings = (0..<100).map {
      Diagnostic(SampleProblem.wrong, at: SourceRange($0 * 9_000, $0 * 9_000 + 1))
    }
    let text = DiagnosticText(source: source).render(findings)
    #expect(text.utf8.count < 100_000 && text.contains("a.md:1:594001: error"))
  }

  @Test("A text is found where it is first written.")
  func search() {
    let text = String(repeating: "ab", count: 50) + "c" + String(repeating: "ab", count: 60) + "ab日"
    let source = SourceFile(path: "a.md", text: text)
    let whole = SourceRange(0, source.utf8.count)
    for needle in ["a", "bc", "ca", "日", "b日", String(repeating: "ab", count: 55), "x", ""] {
      let found = source.firstRange(of: needle, in: whole)
      let expected = source.utf8.indices.first { source.utf8[$0...].starts(with: needle.utf8) }
      #expect(found?.start == (needle.isEmpty ? nil : expected))
    }
    #expect(source.firstRange(of: "ab", in: SourceRange(1, 3)) == nil)
    #expect(source.firstRange(of: "ab", in: SourceRange(1, 4)) == SourceRange(2, 4))
  }

  @Test("Thousands of fixes are put in at once.", .timeLimit(.minutes(5)))
  func fixes() {
    let source = SourceFile(path: "a.md", text: String(repeating: "epoch\n", count: 5_000))
    let findings = (0..<5_000).map {
      Diagnostic(
        MistypedProblem(correction: .replace("epoch", with: "epochs")), at: SourceRange($0 * 6, $0 * 6 + 5))
    }
    let fixed = FixedSource(source, diagnostics: findings)
    #expect(fixed.count == 5_000)
    #expect(String(decoding: fixed.utf8, as: UTF8.self) == String(repeating: "epochs\n", count: 5_000))
  }

  @Test("One mistake that shows twice at one place is mended once.")
  func fixedOnce() {
    let source = SourceFile(path: "a.md", text: "epoch: 3")
    var finding = Diagnostic(
      MistypedProblem(correction: .replace("epoch", with: "epochs")), at: SourceRange(0, 5))
    finding.consequences = [finding]
    #expect(String(decoding: FixedSource(source, diagnostics: [finding]).utf8, as: UTF8.self) == "epochs: 3")
  }

  @Test("Names of any length, and any number of them, are compared in bounded time.", .timeLimit(.minutes(5)))
  func names() {
    let long = String(repeating: "m", count: 50_000)
    #expect(closestName(to: long + "n", among: [long]) == nil)
    #expect(closestName(to: "epoch", among: Array(repeating: long, count: 400) + ["epochs"]) == "epochs")
  }
}
