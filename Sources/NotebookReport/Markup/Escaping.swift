import Diagnostics
import Writing

/// Functions that escape text for HTML, SVG, attributes and JSON.
enum Escaping {
  /// Returns text escaped for element content without markup, such as that of SVG.
  ///
  /// Characters that HTML and XML forbid become U+FFFD, and bidirectional controls become marks such as `[U+202E]`.
  static func text(_ text: String) -> String { BidirectionalControl.marked(escaped(text)) }

  /// Returns text escaped for the content of HTML elements, in which bidirectional controls become elements.
  static func content(_ text: String) -> String {
    BidirectionalControl.replacing(in: escaped(text), with: mark)
  }

  /// Returns escaped content with those elements replaced by plain text, for elements outside HTML.
  static func withoutMarkElements(_ content: String) -> String {
    BidirectionalControl.all.reduce(content) { content, scalar in
      content.replacing(mark(scalar), with: "[\(BidirectionalControl.name(of: scalar))]")
    }
  }

  private static func mark(_ scalar: Unicode.Scalar) -> String {
    "<span class=\"control\">\(BidirectionalControl.name(of: scalar))</span>"
  }

  /// Returns text escaped in the same way as by cmark-gfm.
  private static func escaped(_ text: String) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      case UInt8(ascii: "\""): escaped += "&quot;".utf8
      default: escaped.append(byte)
      }
    }
    let result = String(decoding: escaped, as: UTF8.self)
    return result.unicodeScalars.contains(where: isForbidden) ? withoutForbidden(result) : result
  }

  /// Returns text escaped for a string in a style sheet (CSS Syntax 3, section 4.3.7): everything but letters, digits and
  /// spaces of ASCII is its code point.
  static func styleString(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar == " " || ("0"..."9").contains(scalar))
      if isPlain { return String(scalar) }
      return "\\" + String(isForbidden(scalar) ? 0xFFFD : scalar.value, radix: 16) + " "
    }.joined()
  }

  /// Returns text escaped for an attribute value in double quotes.
  ///
  /// Line ends become character references, since a parser would normalize them.
  static func attribute(_ value: String) -> String {
    text(value).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "&#10;")
  }

  /// Returns an equal JSON document without characters that could end a `script` element.
  static func jsonInMarkup(_ json: String) -> String {
    var escaped = ""
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<", "\u{2028}", "\u{2029}": escaped += JSON.escape(scalar)
      case _ where isForbidden(scalar) || isNonASCIIControl(scalar) || BidirectionalControl.isOne(scalar):
        escaped += JSON.escape(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func withoutForbidden(_ text: String) -> String {
    var clean = ""
    for scalar in text.unicodeScalars {
      clean.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return clean
  }

  /// Returns true for control characters and noncharacters, which are parse errors in HTML.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  private static func isNonASCIIControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x7F...0x9F).contains(scalar.value)
  }
}
