import Diagnostics
import NotebookSyntax
import Options
import Testing

@Suite struct InlineTextTests {
  /// Parses the caption of a cell, and expects its parts, values between markers.
  private func expect(
    _ yaml: String, _ parts: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let notebook = cell("caption: \(yaml)")
    guard let text = notebook.body?["caption"]?.sourceText else {
      Issue.record("no text", sourceLocation: sourceLocation)
      return
    }
    let inline = NotebookParser.parseInlineText(text)
    let found = inline.parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let value): "=" + value.expression
      }
    }
    #expect(found == parts, sourceLocation: sourceLocation)
    let pairs: [(Character, Character)] = [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣")]
    let places = pairs.compactMap { notebook.range($0.0, $0.1) }
    if !places.isEmpty { #expect(inline.values.map(\.range) == places, sourceLocation: sourceLocation) }
    #expect(
      Set(inline.values.map(\.range.start)).count == inline.values.count, sourceLocation: sourceLocation)
  }

  @Test("Text is split at its values, each at its place.")
  func split() {
    expect("Got {value}`1️⃣a.b | percent(1)2️⃣` of {value}`3️⃣c4️⃣`", ["Got ", "=a.b | percent(1)", " of ", "=c"])
    expect("\"{value}`1️⃣a2️⃣`\"", ["=a"])
    expect("'it''s {value}`1️⃣a2️⃣`'", ["it's ", "=a"])
    expect("|\n  日本 {value}`1️⃣a2️⃣`\n  {value}`3️⃣a4️⃣`", ["日本 ", "=a", "\n", "=a", "\n"])
    expect("no values", ["no values"])
    expect("\"\"", [])
  }

  @Test("Places are exact where YAML has escapes or folds lines.")
  func escapes() {
    expect("\"\\x61 {value}`1️⃣\\x612️⃣` {value}`3️⃣\\x614️⃣`\"", ["a ", "=a", " ", "=a"])
    expect(">-\n  x {value}`1️⃣a +\n  b2️⃣` y\n  {value}`3️⃣c4️⃣`", ["x ", "=a + b", " y ", "=c"])
  }

  @Test("A backslash takes the mark's meaning away, and is not shown.")
  func literal() {
    expect("\\{value}`a` {value}`1️⃣a2️⃣`", ["{value}`a` ", "=a"])
  }

  @Test(
    "A reference in a caption is warned of where it stands, for none is made there.", arguments: ["-", ":"])
  func reference(_ sign: String) throws {
    let notebook = cell("caption: \"\\x61s in 1️⃣@fig\(sign)curves2️⃣, me@fig\(sign)x\"")
    let text = try #require(notebook.body?["caption"]?.sourceText)
    let warnings = NotebookParser.parseInlineText(text).warnings
    #expect(warnings.map(\.code) == ["TB-S-156"])
    #expect(warnings.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test("What was meant to be a value is worth a warning in a caption too.")
  func stray() throws {
    let notebook = cell("caption: \"\\x61 1️⃣{valeu}2️⃣`a`\"")
    let text = try #require(notebook.body?["caption"]?.sourceText)
    let warnings = NotebookParser.parseInlineText(text).warnings
    #expect(warnings.map(\.code) == [SyntaxProblem.misspelledValue("").code])
    #expect(warnings.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
  }

  @Test("What lacks a backtick is text.")
  func unclosed() {
    expect("x {value}`a {value}", ["x {value}`a {value}"])
  }
}
