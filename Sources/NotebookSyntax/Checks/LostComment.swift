import Diagnostics
import Options

/// A search for YAML comments that were probably meant to be read.
enum LostComment {
  /// The options whose values are sentences.
  private static let sentences: Set = ["caption", "alt", "title", "subtitle", "description", "author"]

  /// Returns warnings of comments that follow an unquoted sentence and have no space after the number sign.
  static func diagnostics(after body: OptionValue, in source: SourceFile) -> [Diagnostic] {
    body.entries.compactMap { entry in
      guard sentences.contains(entry.key), let place = comment(after: entry.value.range, in: source) else {
        return nil
      }
      return Diagnostic(SyntaxProblem.textInComment, at: place, severity: .warning)
    }
  }

  private static func comment(after value: SourceRange, in source: SourceFile) -> SourceRange? {
    let end = source.rangeOfLine(source.location(of: value.end).line).end
    guard value.end < end, !"\"'|>".utf8.contains(source.utf8[value.start]) else { return nil }
    let comment = source.utf8[value.end..<end].drop(while: isBlank)
    guard comment.startIndex > value.end, comment.first == UInt8(ascii: "#"),
      let next = comment.dropFirst().first,
      !isBlank(next), next != UInt8(ascii: "#")
    else { return nil }
    return SourceRange(comment.startIndex, end)
  }

  /// Returns a warning of the first line of a cell that Quarto would read as an option. A line that begins
  /// with a number sign at the margin is never part of a YAML text.
  static func option(in lines: Range<Int>, of source: SourceFile, indentation: Int) -> Diagnostic? {
    for line in lines {
      let range = source.rangeOfLine(line)
      let margin = source.utf8[range.start..<range.end].prefix(indentation).prefix { $0 == UInt8(ascii: " ") }
      guard source.utf8[margin.endIndex..<range.end].starts(with: "#|".utf8) else { continue }
      let place = SourceRange(margin.endIndex, range.end)
      return Diagnostic(SyntaxProblem.optionInComment, at: place, severity: .warning)
    }
    return nil
  }
}
