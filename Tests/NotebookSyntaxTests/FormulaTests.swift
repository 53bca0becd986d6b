import Diagnostics
import NotebookSyntax
import Testing

@Suite struct FormulaTests {
  private func sketch(_ text: String) -> String { Sketch.of(MarkedNotebook(text).document.blocks) }

  @Test(
    "Dollar signs make a formula by Pandoc's rules.",
    arguments: [
      ("a $x_1 * y_2$ b * c", "p(a math(x_1 * y_2) b * c)"),
      ("$x$-axis, ($y$)", "p(math(x)-axis, (math(y)))"),
      ("$a$$b$", "p(math(a)math(b))"), ("it costs $5 and $6", "p(it costs $5 and $6)"),
      ("$20,000 and USD$30", "p($20,000 and USD$30)"), ("$ x$ and $x $", "p($ x$ and $x $)"),
      ("\\$x$ and $x\\$ y$", "p($x$ and math(x\\$ y))"), ("$a\\$b$", "p(math(a\\$b))"),
      ("$$a$$ b $$ c $$", "p(math2(a) b math2( c ))"), ("$$ $$ and", "p($$ $$ and)"),
      ("**$a*b$** *$c$*", "p(strong(math(a*b)) em(math(c)))"), ("これは**$x$**です", "p(これはstrong(math(x))です)"),
      ("# On $x$ #", "h1(On math(x))"), ("$a$\n===", "h1(math(a))"),
      ("[see $x$](u)", "p(a<u >(see math(x)))"),
      ("$`a*b`$ and $``a ` b``$c", "p(math(a*b) and math(a ` b)c)"), ("$`a` and `b`$", "p($`a` and `b`$)"),
      ("```math\na\n + b\n```", "p(math2(a\n + b))"), ("> ```math\n> a\n> ```", "quote(p(math2(a)))"),
    ])
  func rules(text: String, expected: String) {
    let parsed = sketch(text)
    #expect(parsed == expected)
  }

  @Test(
    "What stands in code, addresses and HTML is no formula.",
    arguments: [
      ("`$x$` ``a ` $y$``", "p(`$x$` `a ` $y$`)"), ("$a `b$ c` d$", "p($a `b$ c` d$)"),
      ("    $x$", "code<>($x$\n)"), ("```\n$x$\n```", "code<>($x$\n)"),
      ("[a](/u$x$v \"$t$\") $y$", "p(a</u$x$v $t$>(a) math(y))"),
      ("<https://a.b/$x$> $y$", "p(a<https://a.b/$x$ >(https://a.b/$x$) math(y))"),
      ("https://a.b/$x$ $y$", "p(a<https://a.b/$x$ >(https://a.b/$x$) math(y))"),
      ("<b title=\"$x$\"> $y$", "p(html(<b title=\"$x$\">) math(y))"), ("<p>$x$</p>", "html(<p>$x$</p>\n)"),
      ("[a]: /u$x$\n\n[a] $y$", "p(a</u$x$ >(a) math(y))"),
    ])
  func elsewhere(text: String, expected: String) {
    let parsed = sketch(text)
    #expect(parsed.replacingOccurrences(of: "⏎", with: "\n") == expected)
  }

  @Test("A formula may go over lines, and keeps nothing of the quote or list it stands in.")
  func lines() {
    #expect(sketch("$a +\nb$ c") == "p(math(a +\nb) c)")
    #expect(sketch("> > $$a\n> > b$$ c") == "quote(quote(p(math2(a\nb) c)))")
    #expect(sketch("- $a\n  b$\n- c") == "ul(p(math(a\nb)), p(c))")
    #expect(sketch("$a\r\nb$") == "p(math(a\nb))")
    #expect(sketch("$a\n\nb$") == "p($a) p(b$)")
  }

  @Test("Lines of a formula that begins a line are no lists, headings or quotes.")
  func blocksWithin() {
    #expect(
      sketch("$$\na\n- b\n= c\n> d\n$$ and *e*\n\nf") == "p(math2(\na\n- b\n= c\n> d\n) and em(e)) p(f)")
    #expect(sketch("$$\na\n===\nb\n$$") == "p(math2(\na\n===\nb\n))")
    #expect(sketch("$$\na\n- b\n\nc $$") == "p($$⏎a) ul(p(b)) p(c $$)")
  }

  @Test("In a table a formula ends with its cell, and a bar in it has a backslash.")
  func tables() {
    #expect(sketch("| $a | b$ |\n|-|-|\n| $\\|x\\|$ | $y$ |") == "table<nn>($a|b$ / math(|x|)|math(y))")
  }

  @Test("Private letters that a notebook has itself stay what they are.")
  func privateLetters() {
    #expect(sketch("\u{F0000}\u{F0010} $x$ \u{F0010}") == "p(\u{F0000}\u{F0010} math(x) \u{F0010})")
  }

  @Test("Values beside formulas keep their places.")
  func besideValues() {
    let notebook = MarkedNotebook("---\ntitle: x\n---\n$$\na\n- b\n$$\n\n$c$ {value}`1️⃣a.b2️⃣` $d$")
    #expect(notebook.document.inlineValues.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(notebook.diagnostics.isEmpty)
  }

  @Test(
    "What is outside the subset is warned of where it stands, and shown as written.",
    arguments: [
      ("a $x + 1️⃣\\foo2️⃣{y}$", "TB-M-101", "formulas have no command \\foo"),
      ("$1️⃣\\alhpa2️⃣$", "TB-M-101", "formulas have no command \\alhpa; did you mean \"\\alpha\"?"),
      ("> $$a\n> b + 1️⃣\\undefined2️⃣$$", "TB-M-101", nil),
      ("> ```math\n> a\n>  + 1️⃣\\undefined2️⃣\n> ```", "TB-M-101", nil),
      ("| a |\n|-|\n| $\\|x\\| 1️⃣\\undefined2️⃣$ |", "TB-M-101", nil),
      ("$$\n- a\n1️⃣\\undefined2️⃣ $$", "TB-M-101", nil),
      ("日本 $é + 1️⃣\\undefined2️⃣$", "TB-M-101", nil),
      ("$\\begin1️⃣{tabular}2️⃣ a$", "TB-M-102", nil), ("$a 1️⃣&2️⃣ b$", "TB-M-103", nil),
      ("$a 1️⃣%2️⃣ b$", "TB-M-103", nil), ("$a1️⃣}2️⃣$", "TB-M-103", nil), ("$1️⃣{2️⃣a$", "TB-M-104", nil),
      ("$1️⃣\\left2️⃣( a$", "TB-M-104", nil), ("$1️⃣\\begin{matrix}2️⃣ a$", "TB-M-104", nil),
      ("$\\frac{1}$", "TB-M-105", "\\frac must be followed by its argument"),
      ("$x1️⃣^2️⃣$", "TB-M-105", nil), ("$1️⃣\\left2️⃣ a$", "TB-M-106", nil), ("$x^a1️⃣^2️⃣b$", "TB-M-107", nil),
      ("$\\operatorname1️⃣{a^b}2️⃣$", "TB-M-108", nil), ("a 1️⃣$$2️⃣ b", "TB-M-110", nil),
      ("a 1️⃣$2️⃣\\mu a", "TB-M-110", "the formula that opens here is never closed"),
      ("1️⃣$2️⃣\\mu a and $x$", "TB-M-110", nil), ("1️⃣$2️⃣\\mu `a` b$", "TB-M-110", nil),
      ("a 1️⃣$2️⃣\\mu\n\nb $x$", "TB-M-110", nil), ("| a | c |\n|-|-|\n| 1️⃣$2️⃣\\mu | b |", "TB-M-110", nil),
    ] as [(String, String, String?)])
  func outside(text: String, code: String, message: String?) {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == [code])
    #expect(notebook.diagnostics.map(\.severity) == [.warning])
    if let range = notebook.range("1️⃣", "2️⃣") { #expect(notebook.diagnostics.map(\.range) == [range]) }
    if let message { #expect(notebook.diagnostics.map(\.message) == [message]) }
  }

  @Test(
    "A dollar sign before a command is a price or a formula where it is escaped, code or closed.",
    arguments: ["\\$\\mu a", "`$\\mu a`", "$\\mu\na$", "it is $5 and $\\mu$", "$\\$ a", "$ \\mu a"])
  func closed(_ text: String) {
    #expect(MarkedNotebook(text).diagnostics.isEmpty)
  }

  @Test(
    "A formula between LaTeX's brackets, which lose their backslashes, is warned of with what was meant.",
    arguments: [
      ("a 1️⃣\\(x^2\\)2️⃣ b", "$x^2$"), ("1️⃣\\( \\alpha \\)2️⃣", "$\\alpha$"), ("これは1️⃣\\(n\\)2️⃣です", "$n$"),
      ("1️⃣\\[ E = m \\]2️⃣", "$$E = m$$"), ("> a 1️⃣\\[\\frac{1}{2}\\]2️⃣", "$$\\frac{1}{2}$$"),
      ("1️⃣\\[\nx^2\n\\]2️⃣", "$$x^2$$"), ("1️⃣\\[\na^2\nb\n\\]2️⃣", nil),
      ("| a |\n|-|\n| 1️⃣\\(a_1\\)2️⃣ |", "$a_1$"), ("# On 1️⃣\\(x\\)2️⃣", "$x$"),
      ("\\(a `b` 1️⃣\\(5 < 6\\)2️⃣", "$5 < 6$"), ("$5 1️⃣\\(x\\)2️⃣", "$x$"),
      ("[a](b) 1️⃣\\(x\\)2️⃣", "$x$"),
    ] as [(String, String?)])
  func escapedBrackets(_ text: String, _ meant: String?) throws {
    let notebook = MarkedNotebook(text)
    #expect(notebook.diagnostics.map(\.code) == ["TB-M-112"], "\(notebook.findings)")
    let found = try #require(notebook.diagnostics.first)
    #expect(found.range == notebook.range("1️⃣", "2️⃣") && found.severity == .warning)
    #expect(found.message.hasSuffix(meant.map { "; did you mean \"\($0)\"?" } ?? "no formula"))
    #expect(FixedSource(notebook.source, diagnostics: notebook.diagnostics).count == 0)
  }

  @Test("Formulas between LaTeX's brackets are one finding, which names each of them.")
  func escapedBracketsOnce() {
    let found = MarkedNotebook("\\(x\\) and \\(y\\)\n\n\\[ a = b \\]").diagnostics
    #expect(found.map(\.code) == ["TB-M-112"] && found.first?.notes.count == 2)
  }

  @Test(
    "Escaped brackets that are brackets are not warned of.",
    arguments: [
      "\\[1\\] and \\[sic\\], \\[x\\] and \\[^1\\]", "\\[see *a*\\](b)", "\\(see below\\)", "\\(optional\\)",
      "\\[--rate=RATE\\]", "[a](https://b.example/c_\\(d\\)) <https://b.example/\\(d\\)>", "[a](b\\(c\\).md)",
      "`\\(x\\)`", "    \\(x\\)", "```\n\\(x\\)\n```", "\\\\(x\\\\)", "\\(x", "x\\)", "\\(x\\]",
      "\\(x\n\ny\\)",
      "$\\left\\[ x = 1 \\right\\]$", "$$a \\\\[2pt] b$$", "\\($x$\\)", "[a]\\(b\\)", "\\(\\)",
    ])
  func plainBrackets(_ text: String) {
    let codes = MarkedNotebook(text).diagnostics.map(\.code)
    #expect(!codes.contains("TB-M-112"), "\(codes)")
  }

  @Test("A mistyped command can be corrected on the spot.")
  func correction() {
    let notebook = MarkedNotebook("> $$a\n> b \\alhpa$$")
    let fixed = FixedSource(notebook.source, diagnostics: notebook.diagnostics)
    #expect(String(decoding: fixed.utf8, as: UTF8.self) == "> $$a\n> b \\alpha$$")
  }

  @Test("A formula nested deeper than anyone writes is refused, and none overflows the stack.")
  func depth() {
    for opening in ["{", "\\sqrt", "\\hat", "x^{", "\\left(", "\\frac", "\\begin{matrix}", "\\mathbf"] {
      let notebook = MarkedNotebook("$" + String(repeating: opening, count: 10_000) + "a$")
      #expect(notebook.diagnostics.map(\.code) == ["TB-M-109"])
    }
  }
}
