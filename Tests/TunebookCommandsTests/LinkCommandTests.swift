import Foundation
import Testing

@Suite struct LinkCommandTests {
  private func inFolder(_ files: [String: String], _ check: (URL) throws -> Void) throws {
    let folder = try CommandRun.folder(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    try check(folder)
  }

  private func text(_ path: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  @Test("Links between notebooks lead to their pages, by the names that parameters give these.")
  func pages() throws {
    let front = "---\nparams: {n: 1}\n---\n"
    try inFolder([
      "a.md": front + "# A\n\n[b](b.md#the-end) `${n}`\n\n```{expect}\n- params.n > 0\n```\n",
      "b.md": front + "# B\n\n[a][]\n\n## The end\n\n```{expect}\n- params.n > 0\n```\n\n[a]: <a.md>\n",
    ]) { folder in
      let both = try CommandRun(["run", "a.md", "b.md"], in: folder)
      #expect(both.status == 0, "\(both.errors)")
      let first = try text("Output/a.html", in: folder)
      #expect(first.contains("<a href=\"b.html#the-end\">b</a>"))
      #expect(try text("Output/b.html", in: folder).contains("<a href=\"a.html\">a</a>"))

      _ = try CommandRun(["run", "a.md", "b.md", "-P", "n=2"], in: folder)
      #expect(try text("Output/a.n=2.html", in: folder).contains("<a href=\"b.n=2.html#the-end\">b</a>"))
    }
  }

  @Test("A link that leads to no notebook or heading is an error at its place, before anything runs.")
  func broken() throws {
    try inFolder([
      "a.md": """
      # A

      See [a](#a), [one.md](thre.md), [two](three.md#en), [itself](#b), [three](three.md#en),
      [four](<sub/x.md>), [five][f], [six](../up.py) and [seven](https://a.example/x.md).

      | [in a table](#c) |
      | --- |

      [f]: four.md#x
      """,
      "three.md": "## The end\n\n## En\n", "four.md": "",
    ]) { folder in
      let check = try CommandRun(["check", "a.md"], in: folder)
      #expect(check.status == 2)
      for line in [
        "a.md:3:23: error: the link leads to no notebook: there is no \"thre.md\"; did you mean \"three.md\"? [TB-L-101]",
        "a.md:3:62: error: the notebook has no heading \"#b\" [TB-L-103]",
        "a.md:4:9: error: the link leads to no notebook: there is no \"sub/x.md\" [TB-L-101]",
        "a.md:9:6: error: the link leads to \"four.md\", which cannot be read: the file is empty [TB-L-102]",
        "a.md:6:16: error: the notebook has no heading \"#c\" [TB-L-103]",
        "help: notebooks there: a.md, four.md, three.md;", "help: headings: #a", "5 errors",
      ] {
        #expect(check.errors.contains(line), "\(line) is not in \(check.errors)")
      }
      let run = try CommandRun(["run", "a.md"], in: folder)
      #expect(run.status == 2 && run.errors.contains("nothing was run"))
    }
  }

  @Test("A caption has links, formulas and emphases as prose has, and its links lead somewhere.")
  func captions() throws {
    let caption = #"caption: '$\eta$, **{value}`sure.count`**, `code` and [b](b.md#end), $5 * 3'"#
    try inFolder(["a.md": "```{expect} sure\n- 1 < 2\n```\n", "b.md": "# End\n"]) { folder in
      let claims =
        "```{expect} sure\n- 1 < 2\n```\n\n```{load} d\ndataset: digits\nlimit: 10\ntest_limit: 10\n"
      let file = folder.appendingPathComponent("a.md")
      try Data((claims + caption + "\n```\n").utf8).write(to: file)
      let run = try CommandRun(["run", "a.md", "b.md"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let page = try text("Output/a.html", in: folder)
      let formula = "<math alttext=\"\\eta\"><mi>η</mi></math>"
      #expect(
        page.contains(
          "\(formula), <strong>1</strong>, <code>code</code> and <a href=\"b.html#end\">b</a>, $5 * 3</figcaption>"
        ))
      try Data((claims + caption.replacing("#end", with: "#ends") + "\n```\n").utf8).write(to: file)
      let check = try CommandRun(["check", "a.md"], in: folder)
      #expect(check.status == 2 && check.errors.contains("a.md:9:"), "\(check.errors)")
      #expect(check.errors.contains("[TB-L-103]"))
    }
  }

  @Test(
    "A link in a caption that leads nowhere is reported whatever else is wrong in the notebook.",
    arguments: [
      "", "dataset: digits\nlimit: ten", "dataset: digit", "limit: 10", "dataset: digits\nlimit: ${x}",
    ])
  func captionBesideMistakes(_ options: String) throws {
    let caption = "caption: 'from [b](b.md#ends)'"
    for directive in ["load", "laod"] {
      let cell = "```{\(directive)} d\n\(caption)\n\(options)\n```\n"
      try inFolder(["a.md": cell, "b.md": "# End\n"]) { folder in
        let check = try CommandRun(["check", "a.md"], in: folder)
        #expect(check.status == 2 && check.errors.contains("a.md:2:20: error:"), "\(check.errors)")
        #expect(check.errors.components(separatedBy: "[TB-L-103]").count == 2, "\(check.errors)")
      }
    }
  }

  @Test("What a link was probably meant to lead to is put in by check --fix.")
  func fix() throws {
    try inFolder([
      "a.md": "# Data\n\n[othr.md](othr.md#theend), [x](#date), [y](#date)\n", "other.md": "# The end\n",
    ]) { folder in
      for _ in 1...2 { _ = try CommandRun(["check", "--fix", "a.md"], in: folder) }
      #expect(
        try text("a.md", in: folder) == "# Data\n\n[othr.md](other.md#the-end), [x](#data), [y](#data)\n")
    }
  }

  @Test("Pages of a run lead to their other languages and to their neighbours in the same language.")
  func neighbours() throws {
    let claim = "\n\n```{expect} sure\n- 1 < 2\n```\n"
    try inFolder([
      "a.md": "# A" + claim, "a.ja.md": "---\nlang: ja\n---\n# あ" + claim,
      "b.md": "---\ntitle: \"B of {value}`sure.count`\"\n---\n" + claim,
      "b.ja.md": "---\nlang: ja\n---\n# い" + claim, "c.md": "## C {value}`sure.count`" + claim,
    ]) { folder in
      let run = try CommandRun(["run", "a.ja.md", "a.md", "b.ja.md", "b.md", "c.md"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let pages = Dictionary(
        uniqueKeysWithValues: try ["a", "a.ja", "b", "b.ja", "c"].map {
          ($0, try text("Output/\($0).html", in: folder))
        })
      let ways = pages.mapValues { page in
        page.matches(of: /<a (?:class="(?<way>previous|next)" )?href="(?<page>[^"#]+)".*?<\/a>/).map {
          ($0.way.map { "\($0) " } ?? "") + $0.page
        }
      }
      #expect(
        ways == [
          "a": ["a.ja.html", "next b.html"], "a.ja": ["a.html", "next b.ja.html"],
          "b": ["b.ja.html", "previous a.html", "next c.html"], "b.ja": ["b.html", "previous a.ja.html"],
          "c": ["previous b.html"],
        ])
      #expect(pages["a"]?.contains(">B of …</span>") == true && pages["a.ja"]?.contains(">い</span>") == true)

      _ = try CommandRun(["run", "a.md"], in: folder)
      #expect(try !text("Output/a.html", in: folder).contains("<nav"))
    }
  }
}
