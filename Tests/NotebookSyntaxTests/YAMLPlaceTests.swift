import Diagnostics
import NotebookSyntax
import Options
import Testing

@Suite struct YAMLPlaceTests {
  /// Expects the value of "a" to stand between markers 1 and 2.
  private func expectPlace(_ body: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let notebook = cell(body)
    #expect(notebook.diagnostics.isEmpty, sourceLocation: sourceLocation)
    #expect(notebook.body?["a"]?.range == notebook.range("1️⃣", "2️⃣"), sourceLocation: sourceLocation)
  }

  @Test("Plain and quoted scalars have the range of what is written, quotes included.")
  func scalars() {
    expectPlace("a: 1️⃣422️⃣")
    expectPlace("a: 1️⃣some text2️⃣  # remark")
    expectPlace("a: 1️⃣\"some # \\\" text\"2️⃣ # remark")
    expectPlace("a: 1️⃣'it''s'2️⃣")
    expectPlace("a: 1️⃣x:y#z2️⃣\nb: 2")
    expectPlace("? a\n: 1️⃣b2️⃣")
  }

  @Test("Scalars of several lines reach to their last word.")
  func severalLines() {
    expectPlace("a: 1️⃣one\n  two\n\n  three2️⃣  \nb: 1")
    expectPlace("a: 1️⃣\"one\n  two\"2️⃣\nb: 1")
    expectPlace("a: 1️⃣|\n  one\n\n   two2️⃣\n\nb: 1")
    expectPlace("a: 1️⃣>-\n  one\n  two2️⃣\n# remark\nb: 1")
    expectPlace("a: 1️⃣|2\n    one\n  two2️⃣\nb: 1")
    expectPlace("a: 1️⃣|+2️⃣\n\nb: 1")
    expectPlace("a: 1️⃣|  # remark\n  one2️⃣")
  }

  @Test("A value knows whether its lines were joined.")
  func joined() {
    let notebook = cell("a: 500\n  b\nc: 500\nd: |\n  x\n  y\ne: \"x\n  y\"")
    #expect(notebook.body?.entries.filter(\.value.isJoined).map(\.key) == ["a"])
  }

  @Test("Collections in brackets reach from bracket to bracket.")
  func flow() {
    expectPlace("a: 1️⃣[1, [2, 3], \"]\"]2️⃣ # x")
    expectPlace("a: 1️⃣{b: {c: 1}, d: '}'}2️⃣")
    expectPlace("a: 1️⃣[]2️⃣")
    expectPlace("a: 1️⃣{}2️⃣")
    expectPlace("a: 1️⃣[\n  1, # one ]\n  2,\n]2️⃣\nb: 2")
    expectPlace("a: 1️⃣{b, c: }2️⃣")
  }

  @Test("Collections in lines reach to the end of their last value.")
  func block() {
    expectPlace("a:\n  1️⃣- 1\n  - 22️⃣\n\nb: 1")
    expectPlace("a:\n1️⃣- x: 1\n  y: [2]2️⃣\nb: 1")
    expectPlace("a:\n  1️⃣b: 1\n  c:\n    - \"d\"2️⃣\n# remark\n")
  }

  @Test("A value that is not there stands behind its colon.")
  func missing() {
    expectPlace("a:1️⃣2️⃣\nb: 1")
    expectPlace("b: 1\na:1️⃣2️⃣")
  }

  @Test("Keys and nested values have ranges of their own.")
  func nested() throws {
    let notebook = cell("1️⃣optimizer2️⃣: {3️⃣sgd4️⃣: {5️⃣learning_rate6️⃣: 7️⃣0.018️⃣}}")
    let optimizer = try #require(notebook.body?.entries.first)
    #expect(optimizer.keyRange == notebook.range("1️⃣", "2️⃣"))
    let sgd = try #require(optimizer.value.entries.first)
    #expect(sgd.keyRange == notebook.range("3️⃣", "4️⃣"))
    let rate = try #require(sgd.value.entries.first)
    #expect(rate.keyRange == notebook.range("5️⃣", "6️⃣"))
    #expect(rate.value.range == notebook.range("7️⃣", "8️⃣"))
  }

  @Test("A pair within a list needs no braces.")
  func pairInList() throws {
    let notebook = cell("- [1️⃣a: b2️⃣, c]")
    guard case .list(let outer)? = notebook.body?.content, case .list(let inner)? = outer.first?.content
    else {
      Issue.record("no list")
      return
    }
    #expect(inner.first?.range == notebook.range("1️⃣", "2️⃣"))
  }

  @Test("Wide characters, CRLF and separators that YAML takes for line ends keep places exact.")
  func characters() {
    expectPlace("日本: 速い é 👩‍👩‍👧\na: 1️⃣値2️⃣ # 終")
    expectPlace("b: \"\u{2028}x\"\na: 1️⃣yes2️⃣")
    expectPlace("b: x\u{85}  y\na: 1️⃣12️⃣")
    let notebook = MarkedNotebook(
      "---\r\ntitle: é\r\n---\r\n\r\n```{fit}\r\nb: 日\r\na: 1️⃣one\r\n  two2️⃣\r\n```\r\n")
    #expect(notebook.diagnostics.isEmpty)
    #expect(notebook.body?["a"]?.range == notebook.range("1️⃣", "2️⃣"))
    #expect(notebook.body?["a"] == "one two")
  }

  @Test("The indentation of a fence is taken off its lines, and places know it.")
  func indentedFence() {
    let notebook = MarkedNotebook("  ```{fit}\n  b: 1\n  a: 1️⃣|\n    x\n   y2️⃣\n c: 3\n  ```\n")
    #expect(notebook.document.cells.first?.bodyText == "b: 1\na: |\n  x\n y\nc: 3\n")
    #expect(notebook.body?["a"] == "x\ny\n" || notebook.body?.entries.isEmpty == true)
    let simple = MarkedNotebook("   ~~~{fit}\n   a: 1️⃣12️⃣\n   ~~~\n")
    #expect(simple.body?["a"]?.range == simple.range("1️⃣", "2️⃣"))
  }

  @Test("An empty body is an empty mapping that stands at the heading.", arguments: ["", "# remark", "\n\n"])
  func empty(body: String) {
    let notebook = MarkedNotebook("```1️⃣{fit} slow2️⃣\n\(body)\n```\n")
    #expect(notebook.diagnostics.isEmpty)
    #expect(notebook.body == OptionValue(.mapping([])))
    #expect(notebook.body?.range == notebook.range("1️⃣", "2️⃣"))
  }
}
