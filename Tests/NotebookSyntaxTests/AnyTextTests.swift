import Diagnostics
import NotebookSyntax
import Options
import Testing

/// Whatever the text, there is a document, and every place lies within the text.
@Suite struct AnyTextTests {
  static let sample = """
    ---
    title: "Ladder {value}`relu.val_accuracy`"
    params: {units: 30, act: 'relu'}
    ---
    # Head {value}`a.b | percent(1)` *em* [l](u "t")

    - [x] item
      > quote {value}`c`[^1]

    | a | `b \\| c` |
    |:--|--:|
    | {value}`x \\| fixed(2)` | ~~d~~ |

    ```{fit} slow
    from: fast   # 日本 é 👩‍👩‍👧
    optimizer: {sgd: {learning_rate: 0.01, momentum: "${units}"}}
    note: |
      block
        scalar
    list:
      - 'it''s'
      - "esc\\tape"
      - plain
        folded
    ```

    ~~~{expect}
    - slow.val_accuracy > fast.val_accuracy + 5pp
    ~~~

    [^1]: note {value}`d`

    """

  /// Whether a value can have been written so: quotes and brackets close, and plain text reads as it stands.
  private static func isWritten(_ value: OptionValue, as written: String) -> Bool {
    switch (value.content, written.unicodeScalars.first) {
    case (.text, "\""), (.text, "'"):
      written.utf8.count > 1 && written.utf8.last == written.utf8.first
    case (.text, "|"), (.text, ">"): true
    case (.text(let text), _): dense(text) == dense(written)
    case (.list, "["): written.utf8.last == UInt8(ascii: "]")
    // An empty body stands at its cell's heading.
    case (.mapping(let entries), "{"): entries.isEmpty || written.utf8.last == UInt8(ascii: "}")
    case (.list(let elements), _): elements.isEmpty || written.hasPrefix("-")
    case (.null, _): ["", "~", "null", "Null", "NULL"].contains(written)
    default: !written.isEmpty
    }
  }

  private static func dense(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  func expectSound(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let source = SourceFile(path: "a.md", text: text)
    let (document, diagnostics) = NotebookParser.parse(source)
    let whole = 0...source.utf8.count
    func expect(_ range: SourceRange) {
      #expect(
        whole.contains(range.start) && whole.contains(range.end), "\(text.debugDescription)",
        sourceLocation: sourceLocation)
    }
    func expect(_ value: OptionValue, within outer: SourceRange) {
      expect(value.range)
      #expect(
        value.range.start >= outer.start && value.range.end <= outer.end, "\(text.debugDescription)",
        sourceLocation: sourceLocation)
      #expect(
        Self.isWritten(value, as: source[value.range]), "\(value) in \(text.debugDescription)",
        sourceLocation: sourceLocation)
      if case .list(let elements) = value.content { elements.forEach { expect($0, within: value.range) } }
      for entry in value.entries {
        expect(entry.keyRange)
        expect(entry.value, within: value.range)
      }
    }
    for diagnostic in diagnostics {
      expect(diagnostic.range)
      diagnostic.notes.forEach { expect($0.range) }
      #expect(!diagnostic.message.isEmpty && diagnostic.code.hasPrefix("TB-"), sourceLocation: sourceLocation)
    }
    for cell in document.cells {
      expect(cell.range)
      expect(cell.directive.range)
      #expect(source[cell.directive.range] == cell.directive.value, sourceLocation: sourceLocation)
      if let name = cell.name { #expect(source[name.range] == name.value, sourceLocation: sourceLocation) }
      expect(cell.body, within: cell.range)
    }
    var places: Set<SourceRange> = []
    for value in document.inlineValues
      + (document.frontMatter.title.map { NotebookParser.parseInlineText($0).values } ?? [])
    {
      expect(value.range)
      #expect(places.insert(value.range).inserted, "\(text.debugDescription)", sourceLocation: sourceLocation)
    }
    for mention in document.mentions {
      expect(mention.range)
      #expect(source[mention.range] == mention.written, sourceLocation: sourceLocation)
    }
    _ = DiagnosticText(source: source).render(diagnostics)
    _ = DiagnosticJSON.render([(source, diagnostics)])
  }

  @Test("The sample has no problems, and its inline values hold what their places show.")
  func sampleItself() {
    let source = SourceFile(path: "a.md", text: Self.sample)
    let (document, diagnostics) = NotebookParser.parse(source)
    #expect(diagnostics.isEmpty)
    #expect(
      document.inlineValues.map { source[$0.range] } == ["a.b | percent(1)", "c", "x \\| fixed(2)", "d"])
    expectSound(Self.sample)
  }

  @Test("Every prefix and every suffix of a notebook is read.")
  func prefixes() {
    let characters = Array(Self.sample)
    for count in characters.indices {
      expectSound(String(characters[..<count]))
      if count % 4 == 0 { expectSound(String(characters[count...])) }
    }
  }

  @Test("A notebook with any one character changed is read.")
  func mutations() {
    var random = SplitMix64(state: 1)
    let characters = Array(Self.sample)
    let others: [Character] = [
      "`", "{", "}", "[", "]", ":", "-", "\n", "\r\n", "\t", " ", "\"", "'", "\\", "|", "#", "&", "*", "!",
      "\0",
      "é", "日", "\u{85}", "\u{2028}", ">", "~", "$",
    ]
    for _ in 0..<600 {
      var changed = characters
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let index = Int.random(in: changed.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: changed.remove(at: index)
        case 1: changed.insert(others.randomElement(using: &random) ?? "x", at: index)
        default: changed[index] = others.randomElement(using: &random) ?? "x"
        }
      }
      expectSound(String(changed))
    }
  }

  @Test("Random arrangements of what means something are read.")
  func random() {
    var random = SplitMix64(state: 2)
    let pieces = [
      "---\n", "```{fit} a\n", "```\n", "~~~", "{value}`x`", "`", "``", "\n", "\n\n", "\r\n", "\r", "- ",
      "> ",
      "  ", "\t", "a: ", "b", ": ", "[", "]", "{", "}", ", ", "\"", "'", "|\n", ">\n", "# ", "| a |", "|-|\n",
      "[^1]", "[^1]: ", "*", "**", "~~", "![", "](u)", "<b>", "&amp;", "\\", "${x}", "&a ", "*a", "!t ", "日本",
      "é", "\u{FEFF}", "\0", "? ", "...\n", "%YAML 1.1\n", "1. ", "    ", "title: ", "params: ", "👩‍👩‍👧",
      "$", "$$", "$x$", "\\frac", "{a}", "^", "&", "\\\\", "\\begin{cases}", "\\end{cases}", "@fig-a",
      "@tbl-", "\u{F0010}",
    ]
    for _ in 0..<1500 {
      let count = Int.random(in: 1...40, using: &random)
      expectSound((0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
    }
  }
}

extension AnyTextTests {
  @Test("Random cells are read, and most of their values stand where they say.")
  func cells() {
    var random = SplitMix64(state: 3)
    let scalars = [
      "1", "0.5", "a b", "\"q \\\" x\"", "'it''s'", "", "${x}", "日本 é", "[1, 'a]', {b: c}]", "{}", "[]",
      "{a: [1,\n  2]}",
      "|\n    x\n      y\n\n    z", ">-\n    x\n    y", "one\n    two\n\n    three", "\"one\n    two\"",
      "x # remark", "{a, b: }", "~",
    ]
    var wellFormed = 0
    for _ in 0..<800 {
      var lines = ""
      for index in 0..<Int.random(in: 0...5, using: &random) {
        let scalar = scalars.randomElement(using: &random) ?? ""
        switch Int.random(in: 0...5, using: &random) {
        case 0: lines += "key\(index):\n  - \(scalar)\n  - \(scalars.randomElement(using: &random) ?? "")\n"
        case 1: lines += "'key \(index)':\n  sub: \(scalar)\n\n  # remark\n  other: 1\n"
        case 2: lines += "\"key\(index)\":  \(scalar)  \n"
        default: lines += "key\(index): \(scalar)\n"
        }
      }
      let indentation = String(repeating: " ", count: Int.random(in: 0...3, using: &random))
      let ending = Bool.random(using: &random) ? "\n" : "\r\n"
      let text = "é\n```{fit}\n\(lines)```\n".split(separator: "\n", omittingEmptySubsequences: false)
        .map { indentation + $0 }.joined(separator: ending)
      expectSound(text)
      let document = NotebookParser.parse(SourceFile(path: "a.md", text: text)).document
      wellFormed += document.cells.count { $0.isWellFormed }
    }
    #expect(wellFormed > 700)
  }
}

/// A small generator with a seed, so that a failure can be seen again (Steele, Lea and Flood, 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
