import Diagnostics

extension Paragraph {
  /// What stands on the page as it was written, and was hardly meant to.
  func leftovers(in source: SourceFile) -> [Diagnostic] {
    footnotes(in: source) + foreignValues(in: source) + unfilled(in: source)
  }

  /// References to footnotes that have no text; Markdown takes them for text.
  private func footnotes(in source: SourceFile) -> [Diagnostic] {
    guard text.contains("[^") else { return [] }
    var places = PlacesInOrder(range)
    return text.matches(of: /\[\^([^\[\]\s]+)\]/).map { String($0.output.1) }.withoutRepetition
      .compactMap { label in
        guard let place = places.next(of: "[^\(label)]", in: source), !isEscaped(place, in: source) else {
          return nil
        }
        return Diagnostic(SyntaxProblem.missingFootnote(label), at: place, severity: .warning)
      }
  }

  /// Values as Quarto and knitr write them.
  private func foreignValues(in source: SourceFile) -> [Diagnostic] {
    var places = PlacesInOrder(range)
    return codes.withoutRepetition.compactMap { code in
      guard let word = ["python", "r", "julia"].first(where: { code.hasPrefix("{\($0)} ") }),
        let place = places.next(of: code, in: source)
      else { return nil }
      return Diagnostic(SyntaxProblem.foreignValue(word), at: place, severity: .warning)
    }
  }

  /// Parameters as cells write them, values as templates do, and values whose braces stand behind the backtick or are
  /// missing.
  private func unfilled(in source: SourceFile) -> [Diagnostic] {
    guard text.contains("{") || codes.contains(where: { $0.contains("{") }) else { return bare(in: source) }
    let parameters = text.matches(of: /\$\{([A-Za-z_]\w*)\}/).map { match in
      (String(match.output.0), "{value}`params.\(match.output.1)`")
    }
    let templates = text.matches(of: /\{\{\s*([A-Za-z_][\w.]*)\s*\}\}/).map { match in
      (String(match.output.0), "{value}`\(match.output.1)`")
    }
    let turned = codes.filter { $0.hasPrefix("{value}") && $0 != "{value}" }.map { code in
      ("`\(code)`", "{value}`\(code.dropFirst("{value}".count))`")
    }
    return [parameters, templates, turned].flatMap { found -> [Diagnostic] in
      var places = PlacesInOrder(range)
      return found.compactMap { written, meant in
        guard let place = places.next(of: written, in: source), !isEscaped(place, in: source) else {
          return nil
        }
        return Diagnostic(SyntaxProblem.unfilled(written, meant: meant), at: place, severity: .warning)
      }
    } + bare(in: source)
  }

  /// Values without their braces.
  private func bare(in source: SourceFile) -> [Diagnostic] {
    guard !codes.isEmpty, text.contains("value") else { return [] }
    let (written, codes) = (source[range], Set(codes))
    return written.matches(of: /(?:^|[^\w{\\])(value`([^`]+)`)/).compactMap { match in
      guard codes.contains(String(match.output.2)) else { return nil }
      let start = range.start + written[..<match.output.1.startIndex].utf8.count
      let place = SourceRange(start, start + match.output.1.utf8.count)
      let problem = SyntaxProblem.unfilled(String(match.output.1), meant: "{value}`\(match.output.2)`")
      return Diagnostic(problem, at: place, severity: .warning)
    }
  }

  private func isEscaped(_ place: SourceRange, in source: SourceFile) -> Bool {
    place.start > 0 && source.utf8[place.start - 1] == UInt8(ascii: "\\")
  }
}
