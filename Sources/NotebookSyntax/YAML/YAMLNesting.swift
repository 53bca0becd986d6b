import Diagnostics

/// A limit on the nesting of YAML, checked before it is parsed: the parser recurses, and its own limit is
/// more than a small stack allows.
struct YAMLNesting {
  /// The maximum number of open brackets, and of columns before the first word of a line; every list or
  /// mapping takes at least one.
  private static let limit = 130

  /// The place at which the nesting exceeds the limit.
  let excess: SourceRange?

  init(_ text: EmbeddedText, in source: SourceFile) {
    let bytes = source.utf8[text.range.start..<text.range.end]
    var openBrackets = 0
    var lineStart = bytes.startIndex
    var isBeforeWord = true
    for (offset, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        openBrackets += 1
        isBeforeWord = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        openBrackets = max(0, openBrackets - 1)
        isBeforeWord = false
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        lineStart = offset + 1
        isBeforeWord = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        break
      default: isBeforeWord = false
      }
      if openBrackets > Self.limit || isBeforeWord && offset - lineStart > Self.limit {
        excess = SourceRange(offset, offset + 1)
        return
      }
    }
    excess = nil
  }
}
