import Diagnostics
import Options

/// Takes the front matter off the beginning of a notebook.
struct FrontMatterParser {
  let frontMatter: FrontMatter
  /// The first line behind it, counted from 1.
  let nextLine: Int
  let diagnostics: [Diagnostic]

  init(_ source: SourceFile) {
    guard Self.isDelimiter(1, source) else {
      let late = Self.lateBeginning(of: source).map {
        Diagnostic(FrontMatterProblem.notFirst, at: source.rangeOfLine($0))
      }
      self.init(FrontMatter(areParametersKnown: late == nil), nextLine: 1, [late].compactMap(\.self))
      return
    }
    guard source.lineCount > 1,
      let end = (2...source.lineCount).first(where: { Self.isDelimiter($0, source) })
    else {
      let unclosed = Diagnostic(FrontMatterProblem.unclosed, at: source.rangeOfLine(1))
      self.init(FrontMatter(areParametersKnown: false), nextLine: min(2, source.lineCount), [unclosed])
      return
    }
    let text = EmbeddedText(2..<end, of: source, indentation: 0)
    var (value, diagnostics) = YAMLReader.read(text, in: source)
    if case .null = value?.content { value = OptionValue(.mapping([]), at: source.rangeOfLine(1)) }
    guard let value, case .mapping = value.content else {
      if let value {
        diagnostics.append(
          YAMLColon.fault(in: value.range, of: source)
            ?? Diagnostic(FrontMatterProblem.noMapping, at: value.range))
      }
      self.init(FrontMatter(areParametersKnown: false), nextLine: end + 1, diagnostics)
      return
    }
    var reader = OptionReader(value, of: FrontMatter.subject)
    let frontMatter = FrontMatter(&reader)
    reader.finish()
    self.init(frontMatter, nextLine: end + 1, diagnostics + reader.findings.diagnostics)
  }

  private init(_ frontMatter: FrontMatter, nextLine: Int, _ diagnostics: [Diagnostic]) {
    self.frontMatter = frontMatter
    self.nextLine = nextLine
    self.diagnostics = diagnostics
  }

  /// The line of what would be front matter, but for empty lines above it.
  private static func lateBeginning(of source: SourceFile) -> Int? {
    let first = (1...max(1, source.lineCount)).first { line in
      !source[source.rangeOfLine(line)].allSatisfy(\.isWhitespace)
    }
    guard let first, first > 1, isDelimiter(first, source), first + 1 < source.lineCount,
      source[source.rangeOfLine(first + 1)].prefixMatch(of: /[a-z_]+:(?: |$)/) != nil,
      ((first + 2)...source.lineCount).contains(where: { isDelimiter($0, source) })
    else { return nil }
    return first
  }

  /// Three dashes at the margin, and nothing else but blanks.
  private static func isDelimiter(_ line: Int, _ source: SourceFile) -> Bool {
    let text = source[source.rangeOfLine(line)]
    return text.hasPrefix("---") && text.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
