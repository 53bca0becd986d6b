import Diagnostics

/// A mistake in a line that has something other than the colon and the space that YAML needs after a key.
enum YAMLColon {
  /// - Returns: `nil` if nothing like a colon follows a key.
  static func fault(in line: SourceRange, of source: SourceFile) -> Diagnostic? {
    let text = source[line].unicodeScalars
    let key = text.prefix { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" }
    let rest = text[key.endIndex...]
    guard !key.isEmpty, let colon = rest.first else { return nil }
    let start = line.start + String(key).utf8.count
    let place = SourceRange(start, start + UTF8.width(colon))
    switch (colon, rest.dropFirst().first) {
    case ("\u{FF1A}", _), ("\u{FE55}", _):
      return Diagnostic(YAMLProblem.foreignSign(colon, instead: "a colon"), at: place)
    case (":", let next?) where next.properties.isWhitespace && !next.isASCII:
      return Diagnostic(
        YAMLProblem.foreignSign(next, instead: "a space"),
        at: SourceRange(place.end, place.end + UTF8.width(next)))
    case (":", let next?) where !next.properties.isWhitespace:
      return Diagnostic(YAMLProblem.missingSpace, at: place)
    default: return nil
    }
  }
}
