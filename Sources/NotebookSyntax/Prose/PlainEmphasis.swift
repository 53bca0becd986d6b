import Diagnostics

/// Emphasis beside punctuation that CommonMark misses, since Chinese, Japanese and Korean have no spaces.
///
/// By the rule for delimiter runs (CommonMark 0.29, section 6.4), asterisks with punctuation on the inner
/// side and a letter on the outer side neither open nor close emphasis.
struct PlainEmphasis {
  private struct Run {
    let range: SourceRange
    let before: Unicode.Scalar?
    let after: Unicode.Scalar?
  }

  let diagnostics: [Diagnostic]

  /// - Parameter range: the lines of a paragraph in which asterisks remain as text.
  init(in range: SourceRange, of source: SourceFile) {
    let runs = Self.runs(in: range, of: source)
    var found: [Diagnostic] = []
    var opener: Run?
    for run in runs {
      guard let begun = opener, begun.range.end - begun.range.start == run.range.end - run.range.start else {
        opener = run
        continue
      }
      opener = nil
      let isTornBefore = Self.isPunctuation(begun.after) && Self.isWide(begun.before)
      let isTornAfter = Self.isPunctuation(run.before) && Self.isWide(run.after)
      guard isTornBefore || isTornAfter, !Self.isSpace(begun.after), !Self.isSpace(run.before) else {
        continue
      }
      let whole = SourceRange(begun.range.start, run.range.end)
      let written = source[whole]
      let meant = (isTornBefore ? " " : "") + written + (isTornAfter ? " " : "")
      found.append(
        Diagnostic(SyntaxProblem.plainEmphasis(written, meant: meant), at: whole, severity: .warning))
    }
    diagnostics = found
  }

  /// Returns the runs of asterisks outside code that are not escaped.
  private static func runs(in range: SourceRange, of source: SourceFile) -> [Run] {
    let scalars = Array(source[range].unicodeScalars)
    var runs: [Run] = []
    var (index, offset, isCode) = (0, range.start, false)
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\\" {
        let width = index + 1 < scalars.count ? UTF8.width(scalars[index + 1]) : 0
        (index, offset) = (index + 2, offset + 1 + width)
        continue
      }
      if scalar == "`" { isCode.toggle() }
      let end = scalars[index...].firstIndex { $0 != "*" } ?? scalars.count
      guard scalar == "*", !isCode else {
        (index, offset) = (index + 1, offset + UTF8.width(scalar))
        continue
      }
      runs.append(
        Run(
          range: SourceRange(offset, offset + end - index), before: index > 0 ? scalars[index - 1] : nil,
          after: end < scalars.count ? scalars[end] : nil))
      (index, offset) = (end, offset + end - index)
    }
    return runs
  }

  private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isWhitespace } ?? true
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.properties.isAlphabetic else { return false }
    return displayWidth(of: String(scalar)) == 2
  }
}
