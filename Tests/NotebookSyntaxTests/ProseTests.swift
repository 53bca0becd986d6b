import Diagnostics
import NotebookSyntax
import Testing

@Suite struct ProseTests {
  private func sketch(_ text: String) -> String { Sketch.of(MarkedNotebook(text).document.blocks) }

  @Test("Blocks of CommonMark become blocks.")
  func blocks() {
    #expect(sketch("# A\n\nB\n=\n\n###### C") == "h1(A) h1(B) h6(C)")
    #expect(sketch("> a\n> > b\n\n***") == "quote(p(a) quote(p(b))) hr")
    #expect(sketch("    x\n\n<div>\n\ny") == "code<>(x\n) html(<div>\n) p(y)")
  }

  @Test("A quotation whose first line is a mark is an alert; an unknown mark is warned of.")
  func alerts() {
    #expect(sketch("> [!NOTE]\n> a *b*\n>\n> c") == "note(p(a em(b)) p(c))")
    #expect(sketch("> [!warning]\n>\n> - a") == "warning(ul(p(a)))")
    #expect(sketch("> [!NOTE] a") == "quote(p([!NOTE] a))")
    #expect(sketch("> [!tip]- A *b* c\n> d\n>\n> - e") == "tip-[A em(b) c](p(d) ul(p(e)))")
    #expect(
      sketch("> [!NOTE]+\n> d") == "note+[](p(d))" && sketch("> [!NOTE]- **a**") == "note-[strong(a)]()")
    #expect(sketch("> [!NOTE]-a") == "quote(p([!NOTE]-a))" && sketch("> [!A]- b") == "quote(p([!A]- b))")
    let notebook = MarkedNotebook("> [!INFO]\n> a\n")
    #expect(Sketch.of(notebook.document.blocks) == "quote(p([!INFO]⏎a))")
    let finding = notebook.diagnostics.first
    #expect(finding?.code == "TB-S-167" && finding?.range == SourceRange(2, 9))
    let titled = MarkedNotebook("> [!NOTE] Words\n> a\n").diagnostics
    #expect(titled.map(\.code) == ["TB-S-167"] && titled.first?.help?.contains("in the next line") == true)
  }

  @Test("Lists know their first number, and whether they are tight.")
  func lists() {
    #expect(sketch("- a\n- b\n  - c") == "ul(p(a), p(b) ul(p(c)))")
    #expect(sketch("7. a\n\n8. b") == "ol7-loose(p(a), p(b))")
    #expect(sketch("0) a") == "ol0(p(a))")
    #expect(sketch("- [x] a\n- [ ] b\n- c") == "ul([x] p(a), [ ] p(b), p(c))")
  }

  @Test("Tables know the alignment of their columns, and rows have as many cells.")
  func tables() {
    #expect(
      sketch("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | *2*\n| 1 | 2 | 3 | 4 | 5 |\n")
        == "table<nlcr>(a|b|c|d / 1|em(2)|| / 1|2|3|4)")
    #expect(sketch("x\n| `a \\| b` |\n|-|\n") == "p(x) table<n>(`a | b`)")
  }

  @Test("Inlines become inlines, text in one piece.")
  func inlines() {
    #expect(sketch("a_b [c] ! &amp; &copy; \\* x") == "p(a_b [c] ! & © * x)")
    #expect(sketch("*a* **b** ~~c~~ `d`  \ne\nf") == "p(em(a) strong(b) del(c) `d`↵e⏎f)")
    #expect(
      sketch("[a](/u \"t\") ![b](v) <http://x.y>") == "p(a</u t>(a) img<v >(b) a<http://x.y >(http://x.y))")
    #expect(sketch("see www.x.org now") == "p(see a<http://www.x.org >(www.x.org) now)")
    #expect(sketch("a <b> c") == "p(a html(<b>) c)")
    #expect(sketch("[r]\n\n[r]: /u 't'") == "p(a</u t>(r))")
  }

  @Test("Footnotes come in order of first reference, and references are counted.")
  func footnotes() {
    let document = MarkedNotebook(
      "a[^two] b[^one] c[^two]\n\n[^one]: first [^two]\n\n[^two]: second\n\n    more\n\n[^unused]: x\n"
    ).document
    #expect(Sketch.of(document.blocks) == "p(a^two.1 b^one.1 c^two.2)")
    #expect(document.footnotes.map(\.label) == ["two", "one"])
    #expect(document.footnotes.map { Sketch.of($0.blocks) } == ["p(second) p(more)", "p(first ^two.3)"])
  }

  @Test("A reference in a footnote counts where it is written.")
  func footnoteOrder() {
    let document = MarkedNotebook("[^a]: see [^b]\n\nx[^b] y[^a]\n\n[^b]: z\n").document
    #expect(Sketch.of(document.blocks) == "p(x^b.2 y^a.1)")
    #expect(document.footnotes.map { Sketch.of($0.blocks) } == ["p(z)", "p(see ^b.1)"])
  }

  @Test("Labels of footnotes are found wherever their definitions stand.")
  func footnoteLabels() {
    let document = MarkedNotebook(
      "---\ntitle: x\n---\na[^É_1] b[^q] c[^A]\r\n\r\n[^É_1]: [^x]: y\r\n\r\n> - [^q]:\tz\n\n  [^a]:\n\n    w\n"
    ).document
    #expect(document.footnotes.map(\.label) == ["É_1", "q", "a"])
    #expect(Sketch.of(document.blocks).hasPrefix("p(a^É_1.1 b^q.1 c^a.1)"))
  }

  @Test(
    "What cells and other tools fill in is asked about in prose, wherever it stands.",
    arguments: [
      ("After ${rounds} rounds.", "${rounds}", "{value}`params.rounds`"),
      ("値は${rounds}回。", "${rounds}", "{value}`params.rounds`"),
      (
        "It reaches value`adam.loss | fixed(2)`.", "value`adam.loss | fixed(2)`",
        "{value}`adam.loss | fixed(2)`"
      ),
      ("## After ${rounds}", "${rounds}", "{value}`params.rounds`"),
      ("| a |\n|---|\n| {{ adam.loss }} |", "{{ adam.loss }}", "{value}`adam.loss`"),
      (
        "- of `{value}adam.loss | fixed(2)`.", "`{value}adam.loss | fixed(2)`",
        "{value}`adam.loss | fixed(2)`"
      ),
    ])
  func unfilled(_ text: String, _ written: String, _ meant: String) throws {
    let text = "---\nparams: {rounds: 1}\n---\n```{fit} adam\n```\n\n" + text
    let (_, found) = NotebookParser.parse(SourceFile(path: "n.md", text: text + "\n"))
    #expect(found.map(\.code) == ["TB-S-152"] && found.allSatisfy { $0.severity == .warning })
    let fixed = FixedSource(SourceFile(path: "n.md", text: text), diagnostics: found)
    #expect(String(decoding: fixed.utf8, as: UTF8.self) == text.replacing(written, with: meant))
  }

  @Test(
    "A name that is neither a parameter nor a cell is no value that was meant, and is not made one.",
    arguments: ["Set ${HOME} first.", "A {{ page.title }}.", "`{value}adam.loss`", "value`adam.loss`"])
  func unknownName(_ text: String) throws {
    let source = SourceFile(path: "n.md", text: text)
    let found = NotebookParser.parse(source).diagnostics
    #expect(found.map(\.code) == ["TB-S-152"] && found.allSatisfy { !$0.message.contains("did you mean") })
    #expect(FixedSource(source, diagnostics: found).count == 0)
  }

  @Test(
    "What only looks like it is left alone.",
    arguments: [
      "\\${rounds}", "`${rounds}`", "{ {x} }", "${}", "a `{value}` mark", "the value `x`", "overvalue`x`",
      "    ${rounds}", "{{}}",
    ])
  func noPlaceholder(_ text: String) {
    #expect(NotebookParser.parse(SourceFile(path: "n.md", text: text + "\n")).diagnostics.isEmpty)
  }

  private func codes(_ text: String) -> [String] {
    NotebookParser.parse(SourceFile(path: "n.md", text: text + "\n")).diagnostics.map(\.code)
  }

  @Test(
    "What is missing from the page, or is shown there as it is written, is warned of once.",
    arguments: [
      ("a[^a]\n\n[^a]: b\n[^c]: d\n", "TB-S-164"), ("a[^a]\n\n[^a]: b\n[^A]: d\n", "TB-S-164"),
      ("> [^c]: d\n", "TB-S-164"), ("| a |\n|---|\n| b | c |", "TB-S-165"),
      ("> | a | b |\n> |---|---|\n> | b | c | d |", "TB-S-165"), ("H<sub>2</sub>O", "TB-S-163"),
      ("| a |\n|---|\n| x<br>y |", "TB-S-163"), ("<details>\n\nb\n\n</details>", "TB-S-163"),
      ("[a](javascript:b)", "TB-S-162"), ("[a]()", "TB-S-162"), ("[a](localhost:8888/tree)", "TB-S-162"),
      ("<!-- a --> b", "TB-S-163"), ("b\n\n[Note]: important\n", "TB-S-173"),
      ("> b\n>\n> [Note]: important\n", "TB-S-173"), ("[a]\n\n[a]: b\n[A]: c\n", "TB-S-173"),
      ("Set $HOME/bin:$PATH first.", "TB-M-111"), ("from $A/$B", "TB-M-111"),
      ("The loss is \\(x^2\\).", "TB-M-112"), ("- of $US and so$ each", "TB-M-111"),
      ("| a |\n|---|\n| $learning rate$ |", "TB-M-111"),
      ("```{plot}\n#| label: x\n#| echo: false\nfits: a\n```", "TB-S-171"),
      ("   ```{plot}\n   fits: a\n   #| label: x\n   ```", "TB-S-171"),
      ("```{plot}\ncaption: The #1 run\n```", "TB-S-172"),
      ("---\ntitle: On #12 # and so on\n---\na", "TB-S-172"),
    ])
  func lost(_ text: String, _ code: String) { #expect(codes(text) == [code]) }

  @Test(
    "What is on the page as it was meant is not warned of.",
    arguments: [
      "a[^a]\n\n[^a]: b\n", "| a |\n|---|\n| b \\| c |", "a | b\n---|---\nc | d", "<!-- a -->", "`<br>`",
      "```\n[^a]: b\n```", "[a](tel:+49123) [b](doi:10.1000/182) <irc://i.example/x> [c](d.md) [e](#f)",
      "a **\"b\"** c * d", "重要**な**語 3*4",
      "[a] [b][C  D] ![e][f]\n\n[a]: b\n[c d]: <e> 'f'\n[f]: data:image/png;base64,aa\n",
      "a\n\n[//]: # (a comment)\n", "a <!-- b --> c",
      "the $n$th, $k$-fold, $x$s, $\\text{a few words}$, $a b$, $x_i$th",
      "$dx dy$ and $\\min f(x) over x$, $5 and $6, $f(x)$and",
      "```{plot}\n# fits: a\ncaption: |\n  #| b\n# |\n```",
      "```{plot}\ncaption: The best # of 5\n```", "```{plot}\ncaption: 'The #1 run'\nfits: a #one\n```",
      "```{plot}\ncaption: A##\n```",
    ])
  func shown(_ text: String) { #expect(codes(text).isEmpty) }

  @Test(
    "Bold beside punctuation that no space parts from the letters around is warned of, and mended.",
    arguments: [
      ("これは**「重要」**です。これが**全部。**次。", "これは **「重要」** です。これが**全部。** 次。"),
      ("**語（注）**を使う。", "**語（注）** を使う。"), ("`**`と**「語」**と", "`**`と **「語」** と"),
    ])
  func wideEmphasis(_ text: String, _ meant: String) {
    let source = SourceFile(path: "n.md", text: text)
    let found = NotebookParser.parse(source).diagnostics
    #expect(Set(found.map(\.code)) == ["TB-S-166"])
    let fixed = String(decoding: FixedSource(source, diagnostics: found).utf8, as: UTF8.self)
    #expect(fixed == meant && codes(meant).isEmpty)
  }

  @Test("A dollar sign behind a digit or a letter opens no formula, unless what follows can only be one.")
  func amounts() {
    #expect(
      sketch("From **35$** to **40$**; 35$, 40$ or 50$.")
        == "p(From strong(35$) to strong(40$); 35$, 40$ or 50$.)")
    #expect(sketch("H$_2$O, 3$\\times$ and 率$r$は") == "p(Hmath(_2)O, 3math(\\times) and 率math(r)は)")
  }

  @Test("A reference to no footnote is text.")
  func noFootnote() {
    #expect(sketch("a[^x]") == "p(a[^x])")
  }

  @Test("Line ends of every kind, NUL and an empty text are read as CommonMark says.")
  func characters() {
    #expect(sketch("a\r\nb\rc\r\n\r\nd") == "p(a⏎b⏎c) p(d)")
    #expect(sketch("a\0b") == "p(a\u{FFFD}b)")
    #expect(sketch("") == "")
  }

  @Test("Notebooks may be parsed side by side.")
  func sideBySide() async {
    let text = "| a |\n|---|\n| ~~b~~ www.x.org[^1] |\n\n[^1]: c\n"
    let expected = sketch(text)
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<200 { group.addTask { Sketch.of(MarkedNotebook(text).document.blocks) } }
      for await found in group { #expect(found == expected) }
    }
  }

  @Test(
    "A picture that would be fetched is refused at its place.",
    arguments: [
      "![a](1️⃣https://x.y/pic.png2️⃣) ![b](data:image/png;base64,AA)", "![a](1️⃣//x.y/pic.png2️⃣)",
      "x ![b](data:image/png;base64,AA) ![a](1️⃣file:/pic.png2️⃣)", "1️⃣![2️⃣a]()",
      "| a |\n|-|\n| ![a](<1️⃣https://x.y/z2️⃣>) |", "[![a](1️⃣data:image/svg+xml,A2️⃣)](b)",
      "1️⃣![2️⃣a][p]\n\n[p]: http://x.y",
    ])
  func foreignPictures(text: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == [SyntaxProblem.foreignPicture.code])
    #expect(notebook.diagnostics.map(\.severity) == [.error])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(notebook.document.pictures.isEmpty)
  }

  @Test("A picture that is a file is known with its path and place.")
  func picturesOfFiles() {
    let notebook = MarkedNotebook(
      "![a](1️⃣one.png2️⃣) ![b](data:image/png;base64,AA)\n\n> ![c](<3️⃣a/two leaves.png4️⃣>)\n\n"
        + "5️⃣![6️⃣d][p] ![e](7️⃣one%20.png8️⃣)\n\n[p]: three.png\n")
    #expect(notebook.diagnostics.isEmpty)
    let pictures = notebook.document.pictures
    #expect(pictures.map(\.path) == ["one.png", "a/two leaves.png", "three.png", "one .png"])
    #expect(
      pictures.map(\.range)
        == [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣"), ("5️⃣", "6️⃣"), ("7️⃣", "8️⃣")].map { notebook.range($0.0, $0.1) })
  }

  @Test("A picture without a word of what it shows is warned of.")
  func undescribedPicture() {
    let notebook = MarkedNotebook("![a](a.png) 1️⃣![2️⃣](b.png)")
    #expect(notebook.diagnostics.map(\.code) == [SyntaxProblem.undescribedPicture.code])
    #expect(notebook.diagnostics.map(\.severity) == [.warning])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }
}
