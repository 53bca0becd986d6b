import Diagnostics
import Writing

/// How text is written where it must not be taken for markup, nor for other text than it is.
enum Escaping {
  /// For element content that holds no markup, such as that of SVG; characters that HTML and XML forbid become U+FFFD,
  /// and those that turn the direction of text become marks such as `[U+202E]`.
  static func text(_ text: String) -> String { BidirectionalControl.marked(escaped(text)) }

  /// For element content of HTML, where such marks are elements.
  static func content(_ text: String) -> String {
    BidirectionalControl.replacing(in: escaped(text), with: mark)
  }

  /// Content in which such marks are no elements after all, because it is not of HTML.
  static func withoutMarkElements(_ content: String) -> String {
    BidirectionalControl.all.reduce(content) { content, scalar in
      content.replacing(mark(scalar), with: "[\(BidirectionalControl.name(of: scalar))]")
    }
  }

  private static func mark(_ scalar: Unicode.Scalar) -> String {
    "<span class=\"control\">\(BidirectionalControl.name(of: scalar))</span>"
  }

  /// Escaped as cmark-gfm does it.
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

  /// For a value between double quotes; line ends would be normalized away, so they are written out.
  static func attribute(_ value: String) -> String {
    text(value).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "&#10;")
  }

  /// For JSON inside a `script` element: an equal document, without anything that could end the element.
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

  /// Controls and noncharacters: parse errors in HTML, and the former not well-formed in XML.
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
