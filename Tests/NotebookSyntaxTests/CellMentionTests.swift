import Diagnostics
import NotebookSyntax
import Testing

@Suite struct CellMentionTests {
  @Test(
    "References are found in prose, and not in code, addresses or behind a backslash.",
    arguments: [
      ("see @fig-ladder.", "p(see see(figure ladder).)"), ("(@tbl-my_runs)", "p((see(table my_runs)))"),
      ("**@fig-a**, *@tbl-b*", "p(strong(see(figure a)), em(see(table b)))"),
      ("これは@fig-aです", "p(これはsee(figure a)です)"), ("@fig-a-b- c", "p(see(figure a-b)- c)"),
      ("\\@fig-a `@fig-a`", "p(@fig-a `@fig-a`)"), ("me.@fig-a and a@@fig-b", "p(me.@fig-a and a@@fig-b)"),
      ("@fig- and @figure-a", "p(@fig- and @figure-a)"),
      ("[a](/@fig-a) @fig-a", "p(a</@fig-a >(a) see(figure a))"),
      ("$@fig-a$ @tbl-b", "p(math(@fig-a) see(table b))"), ("| @fig-a |\n|-|", "table<n>(see(figure a))"),
      ("@eq-loss, @eq- and me@eq-a", "p(see(equation loss), @eq- and me@eq-a)"),
    ])
  func found(text: String, expected: String) {
    let parsed = Sketch.of(MarkedNotebook(text).document.blocks)
    #expect(parsed == expected)
  }

  @Test("A reference knows its place.")
  func places() {
    let notebook = MarkedNotebook("---\ntitle: x\n---\n> é\n> 1️⃣@fig-2️⃣ladder3️⃣[^n]\n\n[^n]: 4️⃣@tbl-a5️⃣")
    let mentions = notebook.document.mentions.sorted { $0.range.start < $1.range.start }
    #expect(mentions.map(\.range) == [notebook.range("1️⃣", "3️⃣"), notebook.range("4️⃣", "5️⃣")])
    #expect(mentions.first?.nameRange == notebook.range("2️⃣", "3️⃣"))
  }

  @Test(
    "References as other tools write them are found where they stand, with what was meant.",
    arguments: [
      ("See 1️⃣@fig:ladder2️⃣.", "@fig-ladder"), ("> (1️⃣@tbl:my_runs2️⃣)", "@tbl-my_runs"),
      ("1️⃣@Fig-ladder2️⃣ shows it.", "@fig-ladder"), ("| a |\n|-|\n| 1️⃣@Tbl:a2️⃣ |", "@tbl-a"),
      ("By 1️⃣@eq:loss2️⃣", "@eq-loss"),
    ])
  func foreign(_ text: String, _ meant: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == ["TB-S-155"] && notebook.document.mentions.isEmpty)
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(notebook.diagnostics.first?.message.hasSuffix("did you mean \"\(meant)\"?") == true)
    let fixed = FixedSource(notebook.source, diagnostics: notebook.diagnostics)
    #expect(String(decoding: fixed.utf8, as: UTF8.self).contains(meant))
  }

  @Test(
    "What is escaped, code, a formula or part of an address is no such reference.",
    arguments: [
      "\\@fig:a", "`@fig:a`", "$@fig:a$", "me@fig:a", "[a](/@fig:a)", "@fig: a", "@figure:a",
      "```\n@fig:a\n```",
    ])
  func notForeign(_ text: String) {
    #expect(MarkedNotebook(text).diagnostics.isEmpty)
  }
}
