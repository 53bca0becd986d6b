import Diagnostics
import NotebookSyntax

/// A link target that cannot run anything, nor read a file of the reader.
package struct SafeURL: Sendable, Equatable {
  /// Percent-encoded and escaped for an attribute, as cmark-gfm writes it; empty for a refused target.
  package let escaped: String

  /// The schemes that an image may have.
  private static let imageSchemes: Set<String> = ["http", "https", "mailto"]

  /// A target that an author wrote.
  package init(_ target: String) {
    escaped = LinkScheme.isAllowed(target) ? Self.percentEncoded(target) : ""
  }

  /// An image that an author wrote: a link target, or a picture within the notebook.
  package init(image target: String) {
    escaped =
      EmbeddedPicture.isOne(target) || Self.isSafe(image: target)
      ? Self.percentEncoded(target) : ""
  }

  /// A place on this page.
  init(fragment id: String) {
    // As the attribute that it leads to is written.
    escaped = "#" + Self.percentEncoded(BidirectionalControl.marked(id))
  }

  /// A page beside this one, or a place on it. A colon, a number sign and the like are part of a file's name.
  init(page name: String, fragment id: String? = nil) {
    escaped =
      Self.percentEncoded(name, keeping: "-_.+!*(),@=;$~") + (id.map { "#" + Self.percentEncoded($0) } ?? "")
  }

  /// Bytes of an image of this package's own making.
  init(png bytes: [UInt8]) { escaped = "data:image/png;base64," + Base64.text(bytes) }

  /// What cannot be a scheme is refused too, for browsers overlook white space and controls in one.
  private static func isSafe(image target: String) -> Bool {
    LinkScheme.scheme(of: target).map(imageSchemes.contains) ?? true
  }

  /// Leaves what may stand in a URL and encodes the rest by its UTF-8 bytes.
  private static func percentEncoded(
    _ target: String, keeping signs: String = "-_.+!*(),%#@?=;:/$~"
  ) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in target.utf8 {
      switch byte {
      case UInt8(ascii: "&"): encoded += "&amp;".utf8
      case UInt8(ascii: "'"): encoded += "&#x27;".utf8
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        encoded.append(byte)
      case _ where signs.utf8.contains(byte): encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
