import Diagnostics
import Options

extension NotebookParser {
  /// Splits ``{value}`…` `` off a text that was read from the notebook: a title, a caption, an alternative text.
  ///
  /// - Parameters:
  ///   - text: the text as YAML gave it, with the range where it was written, quotes included.
  ///   - source: the notebook, in which the exact place of each expression is found.
  package static func parseInlineText(_ text: Placed<String>, in source: SourceFile) -> InlineText {
    let bytes = Array(text.value.utf8)
    var written = ValueSpans(ValueScanner(source.utf8).spans(in: text.range), in: source.utf8)
    var parts: [InlineText.Part] = []
    var pending = ""
    var position = 0

    func slice(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
    func range(of expression: String, number: Int) -> SourceRange {
      if let span = written.next(spelling: expression, notIn: []) { return span.expression }
      // Written with escapes of YAML: the whole text is the place, told apart from its other values.
      return SourceRange(min(text.range.start + number, text.range.end), text.range.end)
    }

    for (number, span) in ValueScanner(bytes).spans(in: SourceRange(0, bytes.count)).enumerated() {
      let expression = slice(span.expression.start, span.expression.end)
      let place = range(of: expression, number: number)
      if span.isEscaped {
        pending += slice(position, span.range.start - 1) + slice(span.range.start, span.range.end)
      } else {
        pending += slice(position, span.range.start)
        if !pending.isEmpty { parts.append(.text(pending)) }
        pending = ""
        parts.append(.value(InlineValue(expression: expression, range: place)))
      }
      position = span.range.end
    }
    pending += slice(position, bytes.count)
    if !pending.isEmpty { parts.append(.text(pending)) }
    return InlineText(parts: parts)
  }
}

extension OptionKind where Value == InlineText {
  /// Text in which inline values may stand.
  package static func inlineText(in source: SourceFile) -> OptionKind {
    OptionKind(form: .text, placeholder: { InlineText(parts: []) }) { value, name, findings in
      guard let text = OptionKind<String>.text.read(value, name, &findings) else { return nil }
      return (NotebookParser.parseInlineText(Placed(text.value, at: value.range), in: source), text.canonical)
    }
  }
}
