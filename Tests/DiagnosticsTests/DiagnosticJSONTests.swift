import Diagnostics
import Testing

@Suite struct DiagnosticJSONTests {
  @Test("No diagnostics are an empty array.")
  func empty() {
    #expect(DiagnosticJSON.render([]) == "[]\n")
    #expect(DiagnosticJSON.render([(SourceFile(path: "a.md", text: "a"), [])]) == "[]\n")
  }

  @Test("Details are lines of the help, and their first is the help where there is none.")
  func details() {
    let source = SourceFile(path: "a.md", text: "a")
    let help = [SampleProblem.wrong, .advice].map { problem in
      var diagnostic = Diagnostic(problem, at: SourceRange(0, 1))
      diagnostic.details = ["b  1", "c  2\u{1B}"]
      return (
        DiagnosticJSON.render([(source, [diagnostic])]), DiagnosticText(source: source).render([diagnostic])
      )
    }
    #expect(help[0].0.contains("\"help\":\"write it right\\nb  1\\nc  2\\u001b\""))
    #expect(help[1].0.contains("\"help\":\"b  1\\nc  2\\u001b\""))
    #expect(help[0].1.hasSuffix("\n  = help: write it right\n    b  1\n    c  2\u{FFFD}\n"))
    #expect(help[1].1.hasSuffix("\n  = help: b  1\n    c  2\u{FFFD}\n"))
  }

  @Test("A diagnostic is an object with its file, its range in lines and columns, and its notes.")
  func whole() {
    let source = SourceFile(path: "folder/\"a\".md", text: "é日\nb\tc\n")
    let diagnostics = [
      Diagnostic(
        SampleProblem.advice, at: SourceRange(8, 9), severity: .warning,
        notes: [Diagnostic.Note("see\n\u{1}", at: SourceRange(2, 5))]),
      Diagnostic(SampleProblem.wrong, at: SourceRange(2, 9)),
    ]
    #expect(
      DiagnosticJSON.render([(source, diagnostics)]) == #"""
        [
          {"severity":"error","code":"TB-X-101","message":"this is wrong","help":"write it right","file":"folder/\"a\".md","range":{"start":{"line":1,"column":2},"end":{"line":2,"column":4}},"notes":[],"fix":null},
          {"severity":"warning","code":"TB-X-102","message":"this could be better","help":null,"file":"folder/\"a\".md","range":{"start":{"line":2,"column":3},"end":{"line":2,"column":4}},"notes":[{"message":"see\n\u0001","range":{"start":{"line":1,"column":2},"end":{"line":1,"column":3}}}],"fix":null}
        ]

        """#)
  }

  @Test("A fix is an object with its message and its edits.")
  func fix() {
    let source = SourceFile(path: "a.md", text: "日 epoch: 3\n")
    let json = DiagnosticJSON.render([
      (
        source,
        [Diagnostic(MistypedProblem(correction: .replace("epoch", with: "epochs")), at: SourceRange(4, 9))]
      )
    ])
    #expect(
      json.contains(
        #""fix":{"message":"replace \"epoch\" with \"epochs\"","edits":[{"range":{"start":{"line":1,"column":3},"end":{"line":1,"column":8}},"text":"epochs"}]}"#
      ), "\(json)")
  }
}
