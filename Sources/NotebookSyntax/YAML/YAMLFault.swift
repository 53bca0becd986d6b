import Diagnostics
import Yams

/// Translates the errors of Yams (libyaml) into problems in an author's terms, at the place to correct.
struct YAMLFault {
  let text: EmbeddedText
  let source: SourceFile

  func diagnostic(of error: any Error) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(let context, let reason, let mark, _), .parser(let context, let reason, let mark, _),
      .composer(let context, let reason, let mark, _):
      return diagnostic(
        reason, in: context?.text ?? "", from: context.map { offset($0.mark) }, at: offset(mark))
    case .duplicatedKeysInMapping(let names, let context):
      let problem = YAMLProblem.duplicateKey(names.first ?? "")
      return Diagnostic(problem, at: word(at: offset(context.mark)))
    default:
      return Diagnostic(YAMLProblem.other("\(error)"), at: text.range)
    }
  }

  private func diagnostic(_ reason: String, in context: String, from opening: Int?, at place: Int)
    -> Diagnostic
  {
    let opening = opening ?? place
    switch reason {
    case "found unexpected end of stream", "found unexpected document indicator":
      return Diagnostic(YAMLProblem.unclosedQuote, at: character(at: opening))
    case "did not find expected ',' or ']'": return unclosed("[", opening, place)
    case "did not find expected ',' or '}'": return unclosed("{", opening, place)
    case "mapping values are not allowed in this context": return misplacedColon(place)
    case "did not find expected node content": return missingValue(place)
    case "could not find expected ':'":
      return missingColon(restOfLine(from: opening))
    case "did not find expected key":
      return misplacedToken(place, YAMLProblem.expectedKey, isExpected: byte(place) == UInt8(ascii: "-"))
    case "did not find expected '-' indicator":
      return misplacedToken(place, YAMLProblem.expectedDash, isExpected: column(opening) == column(place))
    case "did not find expected <document start>":
      return misplacedToken(place, YAMLProblem.expectedKey, isExpected: false)
    case "block sequence entries are not allowed in this context":
      return Diagnostic(YAMLProblem.inlineList, at: character(at: place))
    case "found character that cannot start any token": return unexpectedCharacter(place)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return Diagnostic(YAMLProblem.unknownEscape, at: character(at: place))
    case "but found another document":
      return Diagnostic(YAMLProblem.severalDocuments, at: word(at: place))
    case "found undefined alias", "did not find expected alphabetic or numeric character":
      return reserved(at: reason == "found undefined alias" ? place : opening)
    default:
      if reason.contains("tab character") { return Diagnostic(YAMLProblem.tab, at: character(at: place)) }
      if reason.hasPrefix("Maximum nesting level") {
        return Diagnostic(YAMLProblem.tooDeep(limit: YAMLReader.deepestNesting), at: character(at: place))
      }
      if context.hasSuffix("a tag") || reason.contains("tag handle") { return reserved(at: opening) }
      return Diagnostic(YAMLProblem.other(reason), at: word(at: place))
    }
  }

  private func unclosed(_ bracket: Character, _ opening: Int, _ place: Int) -> Diagnostic {
    if byte(place) == UInt8(ascii: "{"), byte(place - 1) == UInt8(ascii: "$") {
      let name = source.utf8[place..<text.range.end].prefix { $0 != UInt8(ascii: "}") }
      return Diagnostic(
        YAMLProblem.unquotedPlaceholder, at: SourceRange(place - 1, min(name.endIndex + 1, text.range.end)))
    }
    if byte(place) == nil || beginsOption(lineOf: place, after: opening) {
      return Diagnostic(YAMLProblem.unclosedBracket(bracket), at: character(at: opening))
    }
    if let quote = earlyQuote(before: place) { return quote }
    let note = Diagnostic.Note("the \(bracket) that is still open", at: character(at: opening))
    return Diagnostic(YAMLProblem.expectedSeparator(in: bracket), at: word(at: place), notes: [note])
  }

  /// Returns true if a later line begins another option, indented no deeper than the line of the bracket.
  private func beginsOption(lineOf place: Int, after opening: Int) -> Bool {
    let lines = [opening, place].map { source.location(of: $0).line }
    guard lines[1] > lines[0] else { return false }
    let texts = lines.map { source[source.rangeOfLine($0)] }
    let indentations = texts.map { $0.prefix { $0 == " " }.count }
    return indentations[1] <= indentations[0] && texts[1].firstMatch(of: /^ *\w+:(?: |$)/) != nil
  }

  private func missingValue(_ place: Int) -> Diagnostic {
    guard byte(place) == nil else { return Diagnostic(YAMLProblem.missingValue, at: character(at: place)) }
    var closed = 0
    for offset in (text.range.start..<text.range.end).reversed() {
      switch UnicodeScalar(source.utf8[offset]) {
      case "]", "}": closed += 1
      case "[", "{":
        if closed == 0 { return unclosed(Character(UnicodeScalar(source.utf8[offset])), offset, place) }
        closed -= 1
      default: break
      }
    }
    return Diagnostic(YAMLProblem.missingValue, at: character(at: place))
  }

  /// Returns the problem of a colon within a value or, if the colon is the first in its line, the problem of
  /// that line or of the line before, which YAML has joined into one text.
  private func misplacedColon(_ place: Int) -> Diagnostic {
    let number = source.location(of: place).line
    let line = source.rangeOfLine(number)
    let before = source[SourceRange(line.start, place)]
    if before.contains(": ") { return Diagnostic(YAMLProblem.unquotedColon, at: character(at: place)) }
    let indentation = before.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let key = SourceRange(line.start + indentation, place)
    if before.dropFirst(indentation).hasPrefix("- ") { return misplacedLine(key) }
    if key.start == place { return Diagnostic(YAMLProblem.keyIsMissing, at: character(at: place)) }
    let earlier = (1..<number).reversed().map { source.rangeOfLine($0) }.prefix {
      $0.start >= text.range.start
    }
    if let last = earlier.first(where: { !source[$0].allSatisfy(\.isWhitespace) }) {
      let content = source[last]
      let start = last.start + content.utf8.prefix { $0 == UInt8(ascii: " ") }.count
      if !content.contains(": "), !content.hasSuffix(":") {
        return missingColon(SourceRange(start, last.end))
      }
    }
    return misplacedLine(key)
  }

  /// Returns the problem of a line that begins at a new column, or of the first line if that is misplaced.
  private func misplacedLine(_ range: SourceRange) -> Diagnostic {
    if byte(range.start) == UInt8(ascii: "-"),
      let fault = YAMLItem(lineOf: range.start, of: source)?.faultAbove
    {
      return fault
    }
    let blanks = Set(" \r\n".utf8)
    let content = source.utf8[text.range.start..<text.range.end]
    guard let first = content.firstIndex(where: { !blanks.contains($0) }), first < range.start,
      column(first) > column(range.start)
    else { return Diagnostic(YAMLProblem.misplacedLine, at: range) }
    return Diagnostic(YAMLProblem.indentedFirst, at: word(at: first))
  }

  private func missingColon(_ line: SourceRange) -> Diagnostic {
    if let fault = YAMLItem(lineOf: line.start, of: source)?.faultAmongItems { return fault }
    return YAMLColon.fault(in: line, of: source) ?? Diagnostic(YAMLProblem.missingColon, at: line)
  }

  /// Returns the problem of a quotation mark that ends a text too early, so that YAML cannot read the rest.
  private func earlyQuote(before place: Int) -> Diagnostic? {
    guard let quote = byte(place - 1).map(UnicodeScalar.init), quote == "'" || quote == "\"" else {
      return nil
    }
    return Diagnostic(YAMLProblem.quoteInText(Character(quote)), at: character(at: place - 1))
  }

  private func misplacedToken(_ place: Int, _ problem: YAMLProblem, isExpected: Bool) -> Diagnostic {
    if let bracket = byte(place).map(UnicodeScalar.init), bracket == "}" || bracket == "]" {
      return Diagnostic(YAMLProblem.extraBracket(Character(bracket)), at: character(at: place))
    }
    if let quote = earlyQuote(before: place) { return quote }
    let isFirst = isFirstOfLine(place)
    if isFirst, byte(place) == UInt8(ascii: ":") {
      return Diagnostic(YAMLProblem.keyIsMissing, at: character(at: place))
    }
    if isFirst, !isExpected { return misplacedLine(word(at: place)) }
    return Diagnostic(isFirst ? problem : .textBehindValue, at: word(at: place))
  }

  private func unexpectedCharacter(_ place: Int) -> Diagnostic {
    let mark = Array("{value}".utf8)
    if place >= mark.count, source.utf8[(place - mark.count)..<place].elementsEqual(mark) {
      return Diagnostic(YAMLProblem.unquotedValue, at: SourceRange(place - mark.count, place))
    }
    if byte(place) == UInt8(ascii: "\t") { return Diagnostic(YAMLProblem.tab, at: character(at: place)) }
    return reserved(at: place)
  }

  private func reserved(at place: Int) -> Diagnostic {
    let range = character(at: place)
    return Diagnostic(YAMLProblem.reserved(source[range].first ?? " "), at: range)
  }

  private func offset(_ mark: Mark) -> Int { text.offset(line: mark.line, column: mark.column) }

  private func byte(_ offset: Int) -> UInt8? {
    (text.range.start..<text.range.end).contains(offset) ? source.utf8[offset] : nil
  }

  private func isFirstOfLine(_ offset: Int) -> Bool {
    let line = source.rangeOfLine(source.location(of: offset).line)
    return source[SourceRange(line.start, offset)].allSatisfy { $0 == " " }
  }

  private func column(_ offset: Int) -> Int { source.location(of: offset).column }

  /// Returns the range of one Unicode scalar, empty at the end of the text.
  private func character(at offset: Int) -> SourceRange {
    guard byte(offset) != nil else { return SourceRange(offset, offset) }
    let rest = source.utf8[(offset + 1)..<text.range.end]
    return SourceRange(offset, offset + 1 + rest.prefix { $0 & 0xC0 == 0x80 }.count)
  }

  private func word(at offset: Int) -> SourceRange {
    guard byte(offset) != nil else { return SourceRange(offset, offset) }
    let spaces = Set(" \t\r\n".utf8)
    return SourceRange(offset, source.utf8[offset..<text.range.end].prefix { !spaces.contains($0) }.endIndex)
  }

  private func restOfLine(from offset: Int) -> SourceRange {
    let end = source.rangeOfLine(source.location(of: offset).line).end
    return SourceRange(offset, max(offset, end))
  }
}
