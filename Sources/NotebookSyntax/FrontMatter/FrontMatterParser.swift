import Diagnostics
import Options

/// Separates the front matter from the rest of a notebook.
struct FrontMatterParser {
  let frontMatter: FrontMatter
  /// The first line after it, counted from 1.
  let nextLine: Int
  let diagnostics: [Diagnostic]

  init(_ source: SourceFile) {
    let delimiters = FrontMatterDelimiters(source)
    guard delimiters.start == 1 else {
      let problem = delimiters.problem
      self.init(FrontMatter(areParametersKnown: problem == nil), nextLine: 1, [problem].compactMap(\.self))
      return
    }
    guard let end = delimiters.end else {
      self.init(
        FrontMatter(areParametersKnown: false), nextLine: min(2, source.lineCount),
        [delimiters.problem].compactMap(\.self))
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
    self.init(
      frontMatter, nextLine: end + 1,
      diagnostics + LostComment.diagnostics(after: value, in: source) + reader.findings.diagnostics)
  }

  private init(_ frontMatter: FrontMatter, nextLine: Int, _ diagnostics: [Diagnostic]) {
    self.frontMatter = frontMatter
    self.nextLine = nextLine
    self.diagnostics = diagnostics
  }
}
