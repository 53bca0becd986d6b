import Diagnostics
import NotebookSyntax
import Testing

@Suite struct YAMLProblemTests {
  struct Mistake: CustomTestStringConvertible {
    let body: String
    let code: String
    let message: String

    init(_ body: String, _ code: String, _ message: String) {
      self.body = body
      self.code = code
      self.message = message
    }

    var testDescription: String { body.replacing("\n", with: "⏎") }
  }

  static let mistakes: [Mistake] = [
    Mistake("a: 1️⃣\u{7}2️⃣", "TB-S-121", "the character U+0007 is not allowed in YAML"),
    Mistake("a: 1️⃣\u{FFFE}2️⃣", "TB-S-121", "the character U+FFFE is not allowed in YAML"),
    Mistake("a: 1\n1️⃣\u{FEFF}2️⃣b: 2", "TB-S-121", "the character U+FEFF is not allowed in YAML"),
    Mistake("a:\n1️⃣\t2️⃣b: 1", "TB-S-122", "a tab is not allowed here; YAML is indented with spaces"),
    Mistake("a:\n  b: 1\n1️⃣\t2️⃣c: 2", "TB-S-122", "a tab is not allowed here; YAML is indented with spaces"),
    Mistake("a: 1\nb: 2\n1️⃣a2️⃣: 3", "TB-S-123", "\"a\" is given twice"),
    Mistake("b: {a: 1, c: 2, 1️⃣\"a\"2️⃣: 3}", "TB-S-123", "\"a\" is given twice"),
    Mistake("a: 1️⃣&2️⃣x 1", "TB-S-124", "anchors and aliases (& and *) are not supported"),
    Mistake("a: 1️⃣&2️⃣x [1]", "TB-S-124", "anchors and aliases (& and *) are not supported"),
    Mistake("a: 1️⃣*2️⃣x", "TB-S-124", "anchors and aliases (& and *) are not supported"),
    Mistake("a: 1️⃣*2️⃣*bold** text", "TB-S-124", "anchors and aliases (& and *) are not supported"),
    Mistake("a: 1️⃣!2️⃣!str 5", "TB-S-124", "tags (!) are not supported"),
    Mistake("a: 1️⃣!2️⃣mine {b: 1}", "TB-S-124", "tags (!) are not supported"),
    Mistake("a: 1️⃣!2️⃣x!y z", "TB-S-124", "tags (!) are not supported"),
    Mistake("a: 1️⃣`2️⃣code`", "TB-S-124", "a value cannot begin with `"),
    Mistake("a: 1️⃣@2️⃣x", "TB-S-124", "a value cannot begin with @"),
    Mistake("a: 1️⃣%2️⃣x", "TB-S-124", "a value cannot begin with %"),
    Mistake("a: 1\n1️⃣---2️⃣\nb: 2", "TB-S-125", "a second YAML document cannot begin here"),
    Mistake("1️⃣[a, b]2️⃣: 1", "TB-S-126", "a key must be a name, not a list or a mapping"),
    Mistake("1️⃣:2️⃣ 1", "TB-S-127", "there is no key before the colon"),
    Mistake("a: 1️⃣\"2️⃣text\nb: 1", "TB-S-128", "the quotation mark that opens here is never closed"),
    Mistake("a: 1️⃣'2️⃣text", "TB-S-128", "the quotation mark that opens here is never closed"),
    Mistake("a: 1️⃣[2️⃣1, 2", "TB-S-129", "the [ that opens here is never closed"),
    Mistake("a: 1️⃣{2️⃣b: 1,", "TB-S-129", "the { that opens here is never closed"),
    Mistake("a: {b: 1 c1️⃣:2️⃣ 2}", "TB-S-130", "a comma or the closing } is missing here"),
    Mistake("a: [1, 21️⃣}2️⃣", "TB-S-130", "a comma or the closing ] is missing here"),
    Mistake("a: b1️⃣:2️⃣ c", "TB-S-131", "a value cannot contain a colon with a space after it"),
    Mistake("a: {b: 1️⃣${units}2️⃣, c: 1}", "TB-S-132", "${…} must be quoted between brackets"),
    Mistake("a: [1️⃣${units}2️⃣]", "TB-S-132", "${…} must be quoted between brackets"),
    Mistake("a: 1️⃣{value}2️⃣`x.y`", "TB-S-141", "text that begins with {value} must be quoted"),
    Mistake("a: 1\n1️⃣epochs 52️⃣\nb: 2", "TB-S-133", "a colon is missing after this key"),
    Mistake("epochs1️⃣:2️⃣5\nb: 2", "TB-S-143", "a space is missing after this colon"),
    Mistake("b: 2\nepochs1️⃣:2️⃣5", "TB-S-143", "a space is missing after this colon"),
    Mistake("b: 2\nepochs:1️⃣\u{A0}2️⃣5", "TB-S-144", "U+00A0 (no-break space) means nothing in YAML"),
    Mistake("epochs:1️⃣\u{3000}2️⃣5\nb: 2", "TB-S-144", "U+3000 (ideographic space) means nothing in YAML"),
    Mistake("epochs1️⃣：2️⃣ 5\nb: 2", "TB-S-144", "U+FF1A (fullwidth colon) means nothing in YAML"),
    Mistake("a: {b: {c: 1}}1️⃣}2️⃣", "TB-S-145", "there is one } too many"),
    Mistake("a: [1]1️⃣]2️⃣\nb: 1", "TB-S-145", "there is one ] too many"),
    Mistake("a: 'it1️⃣'2️⃣s'", "TB-S-146", "the text ends at this ', and more follows"),
    Mistake("a: {b: 'it1️⃣'2️⃣s'}", "TB-S-146", "the text ends at this ', and more follows"),
    Mistake("a: \"say 1️⃣\"2️⃣x\"\"", "TB-S-146", "the text ends at this \", and more follows"),
    Mistake("1️⃣epochs 52️⃣\nb: 2", "TB-S-133", "a colon is missing after this key"),
    Mistake("a: [1, 1️⃣,2️⃣ 2]", "TB-S-142", "a value is missing here"),
    Mistake("a: \"x1️⃣\\2️⃣d\"", "TB-S-134", "YAML has no such escape"),
    Mistake("a: 1️⃣-2️⃣ b", "TB-S-135", "a list cannot begin on the line of its key"),
    Mistake("a: 1\n  1️⃣b2️⃣: 2", "TB-S-136", "this line's indentation matches no line above it"),
    Mistake("a:\n    b: 1\n  1️⃣c:2️⃣ 2", "TB-S-136", "this line's indentation matches no line above it"),
    Mistake("a: [1] 1️⃣x2️⃣", "TB-S-137", "the value ends before this text"),
    Mistake("a: \"x\" 1️⃣y2️⃣", "TB-S-137", "the value ends before this text"),
    Mistake("a: 1\n1️⃣-2️⃣ b", "TB-S-139", "a key must begin this line, as on the lines above"),
    Mistake(
      "- a > 1\n 1️⃣- b2️⃣ > 2\n- c", "TB-S-148",
      "with this indentation the line is read as the rest of the text above it"),
    Mistake(
      "a: x\n  1️⃣- b2️⃣ c", "TB-S-148",
      "with this indentation the line is read as the rest of the text above it"),
    Mistake("- a\n1️⃣b:2️⃣ 1", "TB-S-140", "a dash must begin this line, as on the other lines of the list"),
    Mistake(
      "1️⃣a2️⃣ > 1\n- b > 2\n- c", "TB-S-140", "a dash must begin this line, as on the other lines of the list"),
    Mistake(
      "a:\n  - x\n  1️⃣b2️⃣\n  - c: 1", "TB-S-140",
      "a dash must begin this line, as on the other lines of the list"),
    Mistake("1️⃣-2️⃣a > 1\n- b > 2", "TB-S-154", "a space is missing after this dash"),
    Mistake("a:\n  1️⃣-2️⃣x\n  - b: 1", "TB-S-154", "a space is missing after this dash"),
    Mistake("1️⃣layers2️⃣\n  - x\n  - b: 1", "TB-S-133", "a colon is missing after this key"),
  ]

  @Test("A mistake is reported at its place, in an author's words.", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    let notebook = cell(mistake.body)
    #expect(notebook.diagnostics.map(\.message) == [mistake.message])
    #expect(notebook.diagnostics.map(\.code) == [mistake.code])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test(
    "A first line that stands farther right than the others is the one to move.",
    arguments: [" 1️⃣a:2️⃣ 1\nb: 2", "\n  1️⃣-2️⃣ a\n- b", "  1️⃣a:2️⃣ [1]\n  b: 2\nc: 3"])
  func indentedFirst(_ body: String) {
    let notebook = cell(body)
    #expect(notebook.diagnostics.map(\.code) == ["TB-S-147"])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test("The same mistakes are reported in a fence that is indented, and with CRLF.", arguments: mistakes)
  func elsewhere(_ mistake: Mistake) {
    let body = ("é: 日\n" + mistake.body).split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  " + $0 }.joined(separator: "\r\n")
    let notebook = MarkedNotebook("---\r\ntitle: 日\r\n---\r\n  ~~~~{fit} é\r\n\(body)\r\n  ~~~~\r\n")
    let found = notebook.diagnostics.filter { $0.code != SyntaxProblem.invalidName("").code }
    if mistake.body.hasPrefix("-") { return }
    #expect(found.map(\.code) == [mistake.code])
    #expect(found.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test("Every key that is given twice is reported, with the first, and the rest is read.")
  func severalDuplicates() {
    let notebook = cell("epochs: 1\nepochs: 2\nb: {c: 1, c: 2}\n'epochs': 3\nx: 1\nx: 2")
    #expect(
      notebook.diagnostics.map(\.message).sorted() == [
        "\"c\" is given twice", "\"epochs\" is given twice", "\"epochs\" is given twice",
        "\"x\" is given twice",
      ])
    #expect(notebook.diagnostics.allSatisfy { $0.notes.count == 1 })
    #expect(notebook.body?.entries.map(\.key) == ["epochs", "b", "x"])
    #expect(notebook.body?["epochs"] == 1)
    #expect(notebook.document.cells.first?.isWellFormed == true)
  }

  @Test("Aliases that multiply are refused before they do.", .timeLimit(.minutes(5)))
  func manyLaughs() {
    var body = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      body +=
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        + "]\n"
    }
    body += "? *a20\n: 1\n"
    #expect(cell(body).diagnostics.allSatisfy { $0.code == YAMLProblem.reserved("*").code })
  }

  @Test("Nesting without end is refused, in brackets, lines and dashes.", .timeLimit(.minutes(5)))
  func deep() {
    let bodies = [
      "a: " + String(repeating: "[", count: 10_000), "a: " + String(repeating: "{b: ", count: 10_000),
      "a: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
      String(repeating: "- ", count: 10_000) + "x", String(repeating: "? ", count: 10_000) + "x",
      (0..<200).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    ]
    for body in bodies {
      let notebook = cell(body)
      #expect(notebook.diagnostics.map(\.code) == [YAMLProblem.tooDeep(limit: 0).code])
    }
  }

  @Test("A formula's command that double quotes read as an escape is reported, and no other escape.")
  func escapedCommands() {
    for command in ["times", "nabla", "Phi"] {
      for sign in ["$", "$$"] {
        let notebook = cell(#"a: "\#(sign)2 1️⃣\\#(command)2️⃣日\#(sign), \\(\tau\ts, $\\beta$ and \nu""#)
        #expect(notebook.diagnostics.map(\.code) == ["TB-S-168"], "\(command) \(sign)")
        #expect(notebook.diagnostics.map(\.severity) == [.warning])
        #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
      }
    }
    #expect(cell(#"a: '$2 \times 2$'"#).diagnostics.isEmpty)
  }

  @Test("A mistake in one cell does not hide those in the next, and no options are read from it.")
  func severalCells() {
    let notebook = MarkedNotebook(
      "```{fit} a\nx: [1\n```\n\n```{fit} b\ny: \"1\n```\n\n```{fit} c\nz: 1\n```\n")
    #expect(notebook.diagnostics.count == 2)
    #expect(notebook.document.cells.map(\.isWellFormed) == [false, false, true])
  }

  @Test("A body of one option without a space behind its colon is reported as such.")
  func onlyOption() {
    let notebook = cell("limit1️⃣:2️⃣500")
    #expect(notebook.diagnostics.map(\.code) == ["TB-S-143"])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test("A body that is a single value is refused.")
  func scalarBody() {
    let notebook = cell("1️⃣just text2️⃣")
    #expect(
      notebook.diagnostics.map(\.message) == ["a {fit} cell holds options or a list, not a single value"])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }
}
