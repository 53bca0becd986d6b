import Diagnostics
import Options
import Yams

/// Reads YAML in a notebook into values with exact places.
///
/// Scalars have types by the core schema of YAML 1.2. Anchors, aliases, tags, multiple documents and keys
/// that are not scalars are refused.
package struct YAMLReader {
  /// Lists and mappings nested deeper than this are refused.
  static let deepestNesting = 64

  private static let lineEnds: Set<Unicode.Scalar> = ["\n", "\u{85}", "\u{2028}", "\u{2029}"]

  private let text: EmbeddedText
  private let source: SourceFile
  private let extent: YAMLExtent
  private var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []
  /// The names of keys that were masked to get past duplicates, by their place.
  private var maskedKeys: [Int: String] = [:]

  /// Reads a file that is YAML as a whole.
  package static func read(_ source: SourceFile) -> (value: OptionValue?, diagnostics: [Diagnostic]) {
    read(EmbeddedText(1..<source.lineCount + 1, of: source, indentation: 0), in: source)
  }

  /// Returns the value, or `nil` if the YAML cannot be parsed; an empty text is `null`.
  static func read(_ text: EmbeddedText, in source: SourceFile) -> (
    value: OptionValue?, diagnostics: [Diagnostic]
  ) {
    var reader = YAMLReader(text: text, source: source)
    let value = reader.read()
    return (value, reader.diagnostics)
  }

  private init(text: EmbeddedText, source: SourceFile) {
    self.text = text
    self.source = source
    extent = YAMLExtent(utf8: source.utf8, limit: text.range.end)
  }

  private mutating func read() -> OptionValue? {
    let refused = YAMLPreflight.problems(of: text, in: source)
    guard refused.isEmpty else {
      diagnostics += refused
      return nil
    }
    do {
      guard let node = try compose() else { return OptionValue(.null, at: text.range) }
      let value = value(of: node, depth: 0)
      let errors = diagnostics.filter { $0.severity == .error }
      return errors.contains { $0.code != YAMLProblem.duplicateKey("").code } ? nil : value
    } catch {
      diagnostics.append(YAMLFault(text: text, source: source).diagnostic(of: error))
      return nil
    }
  }

  /// The maximum number of masked duplicate keys; the text is read again for each, so long texts allow few.
  private var mostMasks: Int { min(100, max(5, 2_000_000 / max(text.text.utf8.count, 1))) }

  /// Yams stops at a duplicate key and returns the first one's place; once that is masked, it reads on.
  private mutating func compose() throws -> Node? {
    var yaml = text.text
    while true {
      do {
        return try Yams.Parser(yaml: yaml, resolver: .basic, encoding: .utf8).singleRoot()
      } catch YamlError.duplicatedKeysInMapping(let names, let context) where maskedKeys.count < mostMasks {
        let place = text.offset(line: context.mark.line, column: context.mark.column)
        guard let name = names.first, let masked = masking(keyAt: context.mark, in: yaml),
          maskedKeys.updateValue(name, forKey: place) == nil
        else { throw YamlError.duplicatedKeysInMapping(duplicates: names, context: context) }
        yaml = masked
      }
    }
  }

  /// Returns the text with the first character of a key replaced by a new one from the private use area.
  private func masking(keyAt mark: Mark, in yaml: String) -> String? {
    guard let mask = Unicode.Scalar(UInt32(0xE000 + maskedKeys.count)) else { return nil }
    var scalars = Array(yaml.unicodeScalars)
    var index = 0
    for _ in 1..<max(mark.line, 1) {
      guard let end = scalars[index...].firstIndex(where: Self.lineEnds.contains) else { return nil }
      index = end + 1
    }
    index += mark.column - 1
    if scalars.indices.contains(index), scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard scalars.indices.contains(index), scalars[index] != "\"", scalars[index] != "'",
      scalars[index] != ":"
    else { return nil }
    scalars[index] = mask
    return String(String.UnicodeScalarView(scalars))
  }

  private mutating func value(of node: Node, depth: Int) -> OptionValue {
    let start = node.mark.map { text.offset(line: $0.line, column: $0.column) } ?? text.range.start
    let first = start < text.range.end ? source.utf8[start] : 0
    if [UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!")].contains(first) {
      report(.reserved(Character(UnicodeScalar(first))), at: SourceRange(start, start + 1))
      return OptionValue(.null, at: SourceRange(start, start))
    }
    guard depth < Self.deepestNesting else {
      report(.tooDeep(limit: Self.deepestNesting), at: SourceRange(start, start + 1))
      return OptionValue(.null, at: SourceRange(start, start))
    }
    switch node {
    case .scalar(let scalar): return value(of: scalar, from: start)
    case .sequence(let sequence):
      let elements = sequence.map { value(of: $0, depth: depth + 1) }
      let end = self.end(from: start, first: first, last: elements.last?.range.end, brackets: ("[", "]"))
      return OptionValue(.list(elements), at: SourceRange(start, end))
    case .mapping(let mapping):
      let entries = entries(of: mapping, depth: depth)
      let last = entries.last.map { max($0.value.range.end, $0.keyRange.end) }
      let end = self.end(from: start, first: first, last: last, brackets: ("{", "}"))
      return OptionValue(.mapping(entries), at: SourceRange(start, end))
    case .alias: return OptionValue(.null, at: SourceRange(start, start))
    }
  }

  private mutating func value(of scalar: Node.Scalar, from start: Int) -> OptionValue {
    let string = maskedKeys[start] ?? scalar.string
    let range = SourceRange(start, extent.end(of: string, scalar.style, from: start))
    let isPlain = scalar.style == .plain || scalar.style == .any
    let isJoined = isPlain && source[range].contains(where: \.isNewline)
    if isJoined, let item = item(within: range) {
      let fault = YAMLItem(lineOf: item.start, of: source)?.faultAbove
      report(fault ?? Diagnostic(YAMLProblem.swallowedItem, at: item))
    }
    if scalar.style == .doubleQuoted {
      warnOfEscapedControl(in: string, at: range)
      warnOfEscapedCommands(at: range)
    }
    return OptionValue(
      isPlain ? coreSchemaContent(string) : .text(string), at: range,
      map: YAMLSpelling(utf8: source.utf8).map(of: string, scalar.style, in: range),
      isJoined: isJoined, written: isPlain ? string : nil)
  }

  /// Warns of an escape such as `\u202E` for a character that changes the text's direction.
  private mutating func warnOfEscapedControl(in string: String, at range: SourceRange) {
    guard let problem = SyntaxProblem.directionControl(in: string),
      !BidirectionalControl.occurs(in: String(source[range]))
    else { return }
    report(Diagnostic(problem, at: range, severity: .warning))
  }

  /// Warns of commands of a formula that lose their backslash to an escape, as `\times` does.
  private mutating func warnOfEscapedCommands(at range: SourceRange) {
    let bytes = source.utf8[range.start..<range.end]
    var isInFormula = false
    var offset = range.start
    while offset < range.end {
      switch UnicodeScalar(bytes[offset]) {
      case "$":
        isInFormula.toggle()
        offset += bytes[offset...].prefix(2).allSatisfy { $0 == UInt8(ascii: "$") } ? 2 : 1
      case "\\":
        let letters = bytes[(offset + 1)...].prefix {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        }
        let command = String(decoding: letters, as: UTF8.self)
        if isInFormula, command.first.map(YAMLSpelling.controlEscapes.contains) == true,
          MathParser.commands.contains(command)
        {
          let place = SourceRange(offset, letters.endIndex)
          report(Diagnostic(YAMLProblem.escapeInCommand(command), at: place, severity: .warning))
        }
        offset += 1 + max(1, letters.count)
      default: offset += 1
      }
    }
  }

  /// Returns the line of a text that begins like an item of a list.
  private func item(within range: SourceRange) -> SourceRange? {
    let text = source[range]
    guard let line = text.firstMatch(of: /\R *(- \S*)/) else { return nil }
    let start = range.start + text[..<line.output.1.startIndex].utf8.count
    return SourceRange(start, start + line.output.1.utf8.count)
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [OptionValue.Entry] {
    var entries: [OptionValue.Entry] = []
    var places: [String: SourceRange] = [:]
    for (keyNode, valueNode) in mapping {
      let key = key(of: keyNode, depth: depth)
      let value = value(of: valueNode, depth: depth + 1)
      guard let (name, range) = key else { continue }
      if let first = places[name] {
        let note = Diagnostic.Note("it is given first here", at: first)
        diagnostics.append(Diagnostic(YAMLProblem.duplicateKey(name), at: range, notes: [note]))
      } else {
        places[name] = range
        entries.append(OptionValue.Entry(name, at: range, value))
      }
    }
    return entries
  }

  private mutating func key(of node: Node, depth: Int) -> (name: String, range: SourceRange)? {
    let range = value(of: node, depth: depth).range
    guard case .scalar(let scalar) = node else {
      report(.keyIsNoText, at: range)
      return nil
    }
    let isPlain = scalar.style == .plain || scalar.style == .any
    guard !(isPlain && scalar.string.isEmpty) else {
      report(.keyIsMissing, at: range)
      return nil
    }
    return (maskedKeys[range.start] ?? scalar.string, range)
  }

  private func end(
    from start: Int, first: UInt8, last: Int?, brackets: (open: Unicode.Scalar, close: Unicode.Scalar)
  ) -> Int {
    guard first == UInt8(ascii: brackets.open) else { return last ?? start }
    return extent.endOfFlow(closedBy: UInt8(ascii: brackets.close), after: last ?? start + 1)
  }

  private mutating func report(_ problem: YAMLProblem, at range: SourceRange) {
    report(Diagnostic(problem, at: range))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    // An alias yields the node that it names, place included, so one report is enough.
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}
