import Diagnostics
import Yams

/// Finds the places of a YAML scalar's bytes: between quotes, in escapes, and on lines folded into one.
struct YAMLSpelling {
  /// The letters that, after a backslash, stand for control characters, spaces and ends of lines.
  static let controlEscapes: Set<Character> = ["a", "b", "t", "n", "v", "f", "r", "e", "N", "L", "P"]

  let utf8: [UInt8]

  /// - Parameter range: the range of the scalar as written, quotes included.
  func map(of text: String, _ style: Node.Scalar.Style, in range: SourceRange) -> SourceMap {
    switch style {
    case .plain, .any: return SourceMap(following: text.utf8, in: range, of: utf8)
    case .literal, .folded:
      let header = utf8[range.start..<range.end].prefix {
        $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
      }
      return SourceMap(following: text.utf8, in: SourceRange(header.endIndex, range.end), of: utf8)
    case .singleQuoted, .doubleQuoted:
      let map = quoted(in: SourceRange(range.start + 1, range.end - 1), hasEscapes: style == .doubleQuoted)
      guard map.count == text.utf8.count else {
        // The text has line separators of YAML 1.1, which are folded by other rules.
        return SourceMap(following: text.utf8, in: range, of: utf8)
      }
      return map
    }
  }

  private func quoted(in range: SourceRange, hasEscapes: Bool) -> SourceMap {
    var map = SourceMap()
    var offset = range.start
    while offset < range.end {
      let (written, read) = element(at: offset, before: range.end, hasEscapes: hasEscapes)
      let end = min(offset + written, range.end)
      map.append(read, at: SourceRange(offset, end))
      offset = end
    }
    return map
  }

  /// Returns the number of bytes written at an offset, and the number of bytes that they represent.
  private func element(at offset: Int, before end: Int, hasEscapes: Bool) -> (written: Int, read: Int) {
    switch UnicodeScalar(utf8[offset]) {
    case "'" where !hasEscapes: return (2, 1)
    case "\\" where hasEscapes:
      let blanks = blanks(at: offset + 1, before: end)
      let isLineEnd = offset + 1 < end && ["\n", "\r"].contains(UnicodeScalar(utf8[offset + 1]))
      return isLineEnd ? (1 + blanks.count, blanks.lineEnds - 1) : escape(at: offset, before: end)
    case let scalar where isBlank(UInt8(scalar.value)):
      // A line ending is read as a space, and each empty line after it as a line ending instead of the space.
      let blanks = blanks(at: offset, before: end)
      return (blanks.count, blanks.lineEnds == 0 ? blanks.count : max(1, blanks.lineEnds - 1))
    default: return (1, 1)
    }
  }

  private func blanks(at offset: Int, before end: Int) -> (count: Int, lineEnds: Int) {
    let run = utf8[min(offset, end)..<end].prefix(while: isBlank)
    let lineEnds = run.indices.count { index in
      run[index] == UInt8(ascii: "\n")
        || run[index] == UInt8(ascii: "\r")
          && !(index + 1 < run.endIndex && run[index + 1] == UInt8(ascii: "\n"))
    }
    return (run.count, lineEnds)
  }

  /// Reads an escape by YAML 1.2, section 5.7.
  private func escape(at offset: Int, before end: Int) -> (written: Int, read: Int) {
    guard offset + 1 < end else { return (1, 1) }
    let letter = UnicodeScalar(utf8[offset + 1])
    guard let digits = ["x": 2, "u": 4, "U": 8][letter] else {
      return (2, ["N": 2, "_": 2, "L": 3, "P": 3][letter] ?? 1)
    }
    let written = utf8[(offset + 2)..<min(offset + 2 + digits, end)]
    let scalar = UInt32(String(decoding: written, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    return (2 + digits, scalar.map(UTF8.width) ?? 1)
  }
}
