import Diagnostics

extension Paragraph {
  /// What stands on the page as it was written, and was hardly meant to.
  func leftovers(in source: SourceFile) -> [Diagnostic] {
    footnotes(in: source) + foreignValues(in: source) + unfilled(in: source)
  }

  /// References to footnotes that have no text; Markdown takes them for text.
  private func footnotes(in source: SourceFile) -> [Diagnostic] {
    guard text.contains("[^") else { return [] }
    return text.matches(of: /\[\^([^\[\]\s]+)\]/).compactMap { match in
      guard let place = source.firstRange(of: String(match.output.0), in: range),
        place.start == 0 || source.utf8[place.start - 1] != UInt8(ascii: "\\")
      else { return nil }
      return Diagnostic(SyntaxProblem.missingFootnote(String(match.output.1)), at: place, severity: .warning)
    }
  }

  /// Values as Quarto and knitr write them.
  private func foreignValues(in source: SourceFile) -> [Diagnostic] {
    codes.compactMap { code in
      guard let word = ["python", "r", "julia"].first(where: { code.hasPrefix("{\($0)} ") }),
        let place = source.firstRange(of: code, in: range)
      else { return nil }
      return Diagnostic(SyntaxProblem.foreignValue(word), at: place, severity: .warning)
    }
  }

  /// Parameters as cells write them, values as templates do, and values whose braces stand behind the backtick.
  private func unfilled(in source: SourceFile) -> [Diagnostic] {
    let parameters = text.matches(of: /\$\{([A-Za-z_]\w*)\}/).map { match in
      (String(match.output.0), "{value}`params.\(match.output.1)`")
    }
    let templates = text.matches(of: /\{\{\s*([A-Za-z_][\w.]*)\s*\}\}/).map { match in
      (String(match.output.0), "{value}`\(match.output.1)`")
    }
    let turned = codes.filter { $0.hasPrefix("{value}") && $0 != "{value}" }.map { code in
      ("`\(code)`", "{value}`\(code.dropFirst("{value}".count))`")
    }
    return (parameters + templates + turned).compactMap { written, meant in
      guard let place = source.firstRange(of: written, in: range),
        place.start == 0 || source.utf8[place.start - 1] != UInt8(ascii: "\\")
      else { return nil }
      return Diagnostic(SyntaxProblem.unfilled(written, meant: meant), at: place, severity: .warning)
    }
  }
}
