import Diagnostics

extension NotebookParser {
  /// Parses the inline values in text from the notebook: a title, a caption or an alternative text.
  package static func parseInlineText(_ text: SourceText) -> InlineText {
    let bytes = Array(text.text.utf8)
    var parts: [InlineText.Part] = []
    var pending = ""
    var position = 0

    func slice(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    let (spans, strays) = ValueScanner(bytes).scan(SourceRange(0, bytes.count))
    for span in spans {
      if span.isEscaped {
        pending += slice(position, span.range.start - 1) + slice(span.range.start, span.range.end)
      } else {
        pending += slice(position, span.range.start)
        if !pending.isEmpty { parts.append(.text(pending)) }
        pending = ""
        parts.append(.value(InlineValue(text.part(span.expression.start..<span.expression.end))))
      }
      position = span.range.end
    }
    pending += slice(position, bytes.count)
    if !pending.isEmpty { parts.append(.text(pending)) }
    let warnings = strays.map {
      StrayMark(fault: $0.fault, range: text.range(of: $0.range.start..<$0.range.end)).diagnostic
    }
    return InlineText(parts: parts, warnings: warnings + references(in: text, bytes))
  }

  /// Returns warnings of references, which work only in prose.
  private static func references(in text: SourceText, _ bytes: [UInt8]) -> [Diagnostic] {
    ProseScanner(bytes).scan(SourceRange(0, bytes.count)).findings.compactMap { finding in
      switch finding {
      case .formula, .escapedFormula: return nil
      case .reference(let whole, _, _), .foreignReference(let whole, _):
        let written = String(decoding: bytes[whole.start..<whole.end], as: UTF8.self)
        return Diagnostic(
          SyntaxProblem.referenceInText(written), at: text.range(of: whole.start..<whole.end),
          severity: .warning)
      }
    }
  }
}
