import Diagnostics
import NotebookSyntax
import Testing

@Suite struct CellTests {
  @Test("A cell has its directive, name, body and range, each at its place.")
  func whole() throws {
    let notebook = MarkedNotebook("text\n\n1️⃣```{2️⃣fit3️⃣}  4️⃣slow5️⃣ \nepochs: 5\n```6️⃣\nmore\n")
    let cell = try #require(notebook.document.cells.first)
    #expect(notebook.diagnostics.isEmpty)
    #expect(cell.directive.value == "fit" && cell.directive.range == notebook.range("2️⃣", "3️⃣"))
    #expect(cell.name?.value == "slow" && cell.name?.range == notebook.range("4️⃣", "5️⃣"))
    #expect(cell.range == notebook.range("1️⃣", "6️⃣"))
    #expect(cell.bodyText == "epochs: 5\n")
    #expect(cell.isWellFormed)
  }

  @Test("Tildes and longer fences make cells too, and a list may be the body.")
  func otherFences() {
    let notebook = MarkedNotebook(
      "~~~{expect}\n- a > b\n~~~\n````{show}\na: 1\n```\n````\n`````{show} x\n`````\n")
    #expect(notebook.document.cells.map(\.directive.value) == ["expect", "show", "show"])
    #expect(notebook.document.cells.map(\.bodyText) == ["- a > b\n", "a: 1\n```\n", ""])
    #expect(notebook.document.cells.first?.body == ["a > b"])
  }

  @Test("A block without braces is a listing, whatever it holds.")
  func listings() {
    let notebook = MarkedNotebook("```python {x}\na: [\n```\n\n    ```fit\n\n``` \nb\n```\n")
    #expect(notebook.document.cells.isEmpty && notebook.diagnostics.isEmpty)
    let listings = notebook.document.blocks.compactMap { block -> String? in
      if case .code(let info, let text) = block { "\(info)|\(text)" } else { nil }
    }
    #expect(listings == ["python {x}|a: [\n", "|```fit\n", "|b\n"])
  }

  struct Heading: CustomTestStringConvertible {
    let info: String
    let code: String?
    let directive: String?
    let name: String?
    let help: String

    init(_ info: String, _ code: String?, _ directive: String?, _ name: String?, help: String = "") {
      self.info = info
      self.code = code
      self.directive = directive
      self.name = name
      self.help = help
    }

    var testDescription: String { info }
  }

  static let headings: [Heading] = [
    Heading("{fit}", nil, "fit", nil),
    Heading("{fit} a_1", nil, "fit", "a_1"),
    Heading("{ fit } slow", nil, "fit", "slow"),
    Heading("1️⃣{}2️⃣ name", "TB-S-104", nil, nil),
    Heading("1️⃣{2️⃣fit slow", "TB-S-105", nil, nil),
    Heading("{1️⃣Fit2️⃣}", "TB-S-106", nil, nil),
    Heading("{1️⃣.python2️⃣}", "TB-S-106", nil, nil),
    Heading("{1️⃣r,2️⃣ echo=FALSE}", "TB-S-106", nil, nil),
    Heading("{fit 1️⃣slow2️⃣}", "TB-S-107", "fit", "slow", help: "write ```{fit} slow"),
    Heading("{fit 1️⃣epochs=5 x2️⃣} slow", "TB-S-107", "fit", "slow"),
    Heading("{fit}1️⃣slow2️⃣", "TB-S-108", "fit", "slow", help: "write ```{fit} slow"),
    Heading("{fit} slow 1️⃣and more2️⃣", "TB-S-109", "fit", "slow"),
    Heading("{fit} slow 1️⃣from fast2️⃣", "TB-S-109", "fit", "slow", help: "`from: fast` on a line below"),
    Heading("{fit} slow, 1️⃣from=fast2️⃣", "TB-S-109", "fit", "slow,", help: "`from: fast` on a line below"),
    Heading("{fit} 1️⃣My Curves2️⃣", "TB-S-110", "fit", "My", help: "my_curves"),
    Heading("{fit} 1️⃣Slow-Run2️⃣", "TB-S-110", "fit", "Slow-Run", help: "slow_run"),
    Heading("{fit} 1️⃣1st2️⃣", "TB-S-110", "fit", "1st"),
    Heading("{fit} 1️⃣速い2️⃣", "TB-S-110", "fit", "速い"),
  ]

  @Test("A heading is read as far as it can be, and a mistake is reported at its place.", arguments: headings)
  func heading(_ heading: Heading) {
    for (fence, ending) in [("```", "\n"), ("  ~~~~ ", "\r\n")] {
      let notebook = MarkedNotebook("\(fence)\(heading.info)\(ending)\(fence)\(ending)")
      #expect(notebook.diagnostics.map(\.code) == [heading.code].compactMap(\.self))
      #expect(notebook.diagnostics.first?.range == notebook.range("1️⃣", "2️⃣"))
      #expect(heading.help.isEmpty || notebook.diagnostics.first?.help?.contains(heading.help) == true)
      #expect(notebook.document.cells.first?.directive.value == heading.directive)
      #expect(notebook.document.cells.first?.name?.value == heading.name)
    }
  }

  @Test(
    "A cell in a list, a quote or a footnote is refused.",
    arguments: [
      "- 1️⃣x\n\n  ```{fit} a\n  ```\n", "> ```{fit} a\n> ```\n", "1. > - ```{fit} a\n",
      "a[^1]\n\n[^1]: b\n\n    ```{fit} a\n    ```\n",
    ])
  func nested(text: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.findings == [.init(SyntaxProblem.nestedCell.code, "{fit} a")])
    #expect(notebook.document.cells.isEmpty)
  }

  @Test(
    "A cell indented so deep that it is a listing is worth a warning.",
    arguments: [
      "    1️⃣```{fit} a2️⃣\n    x: 1\n    ```\n", "a\n\n     b\n\t1️⃣~~~ {fit}2️⃣ \r\n",
      "- a\n\n      1️⃣```{fit} a2️⃣\n",
    ])
  func indented(text: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == [SyntaxProblem.indentedCell.code])
    #expect(notebook.diagnostics.map(\.severity) == [.warning])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test(
    "A cell that begins within a list and ends outside is refused once.", arguments: ["- ", "> "])
  func tornOut(_ mark: String) {
    let notebook = MarkedNotebook(
      mark + "```1️⃣{fit} a2️⃣\nepochs: 3\n```\n\n```{plot} c\nfits: a\n```\n")
    #expect(notebook.diagnostics.map(\.code) == ["TB-S-103"])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test(
    "A cell of which the first line alone is indented so deep is refused, and what follows from it is not.")
  func indentedFence() {
    let notebook = MarkedNotebook("    1️⃣```{fit} a2️⃣\nx: ${b}\n```\n\n```{plot} c\nfits: a\n```\n")
    #expect(notebook.diagnostics.map(\.code) == ["TB-S-115"])
    #expect(notebook.diagnostics.map(\.severity) == [.error])
  }

  @Test(
    "A backtick in a heading, which makes prose of the cell, is refused.",
    arguments: [
      "```{fit} fa1️⃣`2️⃣st\nx: 1\n", "a\n````  {fit} fast1️⃣`2️⃣``\nx: 1\n", "> a\n\n```{fit1️⃣`2️⃣}\n",
    ])
  func strayBacktick(text: String) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == [SyntaxProblem.backtickInHeading.code])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(MarkedNotebook("```{fit} fast``` opens a cell").diagnostics.isEmpty)
  }

  @Test(
    "A cell whose fence is too short is named, and what follows from it is not.",
    arguments: ["1️⃣``2️⃣{fit} slow\n", "  1️⃣`2️⃣ {fit}\n", "text\n1️⃣~~2️⃣{fit} slow\n"])
  func shortFence(opening: String) {
    let notebook = MarkedNotebook(
      opening + "epochs: ${rounds}\nlist:\n- ${a}\n```\n\n```{plot} curves\nfits: slow\n```\n\nText\n")
    #expect(notebook.diagnostics.map(\.code) == ["TB-S-153"])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(notebook.document.lostCells.map(\.directive) == ["fit", "plot"])
    for text in ["``{fit} slow`` is code", "`{value}x`", "~~{fit}~~ is gone"] {
      #expect(!MarkedNotebook(text).diagnostics.map(\.code).contains("TB-S-153"), "\(text)")
    }
  }

  @Test(
    "A cell without an end is an error at its opening, and its body is not read.",
    arguments: ["", "\n", "\na: [", "\n``"])
  func unclosed(rest: String) {
    let notebook = MarkedNotebook("text\n\n1️⃣```{fit} slow2️⃣\(rest)")
    #expect(notebook.diagnostics.map(\.code) == [SyntaxProblem.unclosedCell.code])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(notebook.document.cells.map(\.isWellFormed) == [false])
  }

  @Test("A cell whose end was forgotten is reported where it opens, with the next cell that it swallows.")
  func swallowing() {
    let notebook = MarkedNotebook("1️⃣```{fit} a2️⃣\nx: 1\n\n3️⃣```{model} b4️⃣\ny: 1\n```\n")
    #expect(notebook.diagnostics.map(\.code) == [SyntaxProblem.unclosedCell.code])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(notebook.diagnostics.first?.notes.first?.range == notebook.range("3️⃣", "4️⃣"))
  }

  @Test("A listing without an end is worth a warning, since all that follows is part of it.")
  func unclosedListing() {
    let notebook = MarkedNotebook("1️⃣```python2️⃣\nx\n\n3️⃣```{fit} a4️⃣\n")
    #expect(notebook.diagnostics.map(\.severity) == [.warning])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(MarkedNotebook("````\n```{fit} shown\n```\n````\n").diagnostics.isEmpty)
  }
}
