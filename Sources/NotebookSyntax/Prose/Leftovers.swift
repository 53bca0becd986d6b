import Diagnostics

extension Paragraph {
  /// Returns warnings of text that is shown as it was written but was probably meant otherwise.
  ///
  /// - Parameter names: the names of cells and parameters, which a correction may use.
  func leftovers(in source: SourceFile, names: Set<String>) -> [Diagnostic] {
    footnotes(in: source) { .missingFootnote($0) } + foreignValues(in: source) + unfilled(in: source, names)
  }

  /// Returns the same findings for a caption, which has no footnotes and whose parameters are filled in.
  func captionLeftovers(in source: SourceFile) -> [Diagnostic] {
    footnotes(in: source) { .referenceInText("[^\($0)]") } + foreignValues(in: source)
      + unfilled(in: source, [], isCaption: true)
  }

  /// Returns warnings of references to missing footnotes, which Markdown reads as text.
  private func footnotes(
    in source: SourceFile, problem: (_ label: String) -> SyntaxProblem
  ) -> [Diagnostic] {
    guard text.contains("[^") else { return [] }
    var places = PlacesInOrder(range)
    return text.matches(of: /\[\^([^\[\]\s]+)\]/).map { String($0.output.1) }.withoutRepetition
      .compactMap { label in
        guard let place = places.next(of: "[^\(label)]", in: source), !isEscaped(place, in: source) else {
          return nil
        }
        return Diagnostic(problem(label), at: place, severity: .warning)
      }
  }

  /// Returns warnings of values in the notation of Quarto and knitr.
  private func foreignValues(in source: SourceFile) -> [Diagnostic] {
    var places = PlacesInOrder(range)
    return codes.withoutRepetition.compactMap { code in
      guard let word = ["python", "r", "julia"].first(where: { code.hasPrefix("{\($0)} ") }),
        let place = places.next(of: code, in: source)
      else { return nil }
      return Diagnostic(SyntaxProblem.foreignValue(word), at: place, severity: .warning)
    }
  }

  /// Returns warnings of parameters in the notation of cells, values in the notation of templates, and values
  /// whose braces come after the backtick or are missing.
  private func unfilled(
    in source: SourceFile, _ names: Set<String>, isCaption: Bool = false
  ) -> [Diagnostic] {
    guard text.contains("{") || codes.contains(where: { $0.contains("{") }) else {
      return bare(in: source, names)
    }
    let parameters = text.matches(of: /\$\{([A-Za-z_]\w*)\}/).map { match in
      (String(match.output.0), "params.\(match.output.1)")
    }
    let templates = text.matches(of: /\{\{\s*([A-Za-z_][\w.]*)\s*\}\}/).map { match in
      (String(match.output.0), String(match.output.1))
    }
    let turned = codes.filter { $0.hasPrefix("{value}") && $0 != "{value}" }.map { code in
      ("`\(code)`", String(code.dropFirst("{value}".count)))
    }
    return [isCaption ? [] : parameters, templates, turned].flatMap { found -> [Diagnostic] in
      var places = PlacesInOrder(range)
      return found.compactMap { written, expression in
        guard let place = places.next(of: written, in: source), !isEscaped(place, in: source) else {
          return nil
        }
        return unfilled(written, expression, names, at: place)
      }
    } + bare(in: source, names)
  }

  /// - Parameter expression: the expression that was meant, if it begins with one of the names.
  private func unfilled(
    _ written: String, _ expression: String, _ names: Set<String>, at place: SourceRange
  ) -> Diagnostic {
    let first = expression.prefixMatch(of: /params\.\w+|\w+/).map { String($0.output) }
    let meant = first.map(names.contains) == true ? "{value}`\(expression)`" : nil
    return Diagnostic(SyntaxProblem.unfilled(written, meant: meant), at: place, severity: .warning)
  }

  /// Returns warnings of values without braces.
  private func bare(in source: SourceFile, _ names: Set<String>) -> [Diagnostic] {
    guard !codes.isEmpty, text.contains("value") else { return [] }
    let (written, codes) = (source[range], Set(codes))
    return written.matches(of: /(?:^|[^\w{\\])(value`([^`]+)`)/).compactMap { match in
      guard codes.contains(String(match.output.2)) else { return nil }
      let start = range.start + written[..<match.output.1.startIndex].utf8.count
      let place = SourceRange(start, start + match.output.1.utf8.count)
      return unfilled(String(match.output.1), String(match.output.2), names, at: place)
    }
  }

  private func isEscaped(_ place: SourceRange, in source: SourceFile) -> Bool {
    place.start > 0 && source.utf8[place.start - 1] == UInt8(ascii: "\\")
  }
}
