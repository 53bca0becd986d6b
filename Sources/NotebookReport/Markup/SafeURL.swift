import Diagnostics
import NotebookResults
import NotebookSyntax

/// A link target that cannot run a program or read the reader's files.
package struct SafeURL: Sendable, Equatable {
  /// The target, percent-encoded and escaped for an attribute as by cmark-gfm; empty for a refused target.
  package let escaped: String

  /// The schemes that are allowed in the addresses of images.
  private static let imageSchemes: Set<String> = ["http", "https", "mailto"]

  /// Creates a target from a link in a notebook.
  package init(_ target: String) {
    escaped = LinkScheme.isAllowed(target) ? Self.percentEncoded(target) : ""
  }

  /// Creates a target from the address of an image in a notebook, which may be a `data:` URI.
  package init(image target: String) {
    escaped =
      EmbeddedPicture.isOne(target) || Self.isSafe(image: target)
      ? Self.percentEncoded(target) : ""
  }

  /// Creates a target on the same page.
  init(fragment id: String) {
    // The `id` attribute is written in the same way.
    escaped = "#" + Self.percentEncoded(BidirectionalControl.marked(id))
  }

  /// Creates a target on a page in the same folder. Signs such as `:` and `#` are part of the file's name.
  init(page name: String, fragment id: String? = nil) {
    escaped =
      Self.percentEncoded(name, keeping: "-_.+!*(),@=;$~") + (id.map { "#" + Self.percentEncoded($0) } ?? "")
  }

  /// The icon of all pages: a curve that rises, on the blue of the first series.
  static let icon = SafeURL(
    escaped:
      "data:image/svg+xml,%3Csvg%20xmlns=%27http://www.w3.org/2000/svg%27%20viewBox=%270%200%2016%2016%27%3E"
      + "%3Crect%20width=%2716%27%20height=%2716%27%20rx=%273%27%20fill=%27%230072b2%27/%3E"
      + "%3Cpath%20d=%27M3%2012C5%205%208%204%2013%204%27%20fill=%27none%27%20stroke=%27%23fff%27%20stroke-width=%272%27/%3E"
      + "%3C/svg%3E")

  private init(escaped: String) { self.escaped = escaped }

  /// Creates a `data:` URI from a notebook, to be saved as a file.
  init(notebook source: String) {
    escaped = "data:text/markdown;charset=utf-8;base64," + Base64.text(Array(source.utf8))
  }

  /// Creates a `data:` URI from a picture beside a notebook.
  init(picture: Picture) {
    escaped = "data:image/\(picture.format.rawValue);base64," + Base64.text(picture.bytes)
  }

  /// Creates a `data:` URI from the bytes of a PNG image.
  init(png bytes: [UInt8]) { escaped = "data:image/png;base64," + Base64.text(bytes) }

  /// Returns true for a relative address or an allowed scheme. Malformed schemes are refused too, since browsers ignore
  /// white space and control characters in them.
  private static func isSafe(image target: String) -> Bool {
    LinkScheme.scheme(of: target).map(imageSchemes.contains) ?? true
  }

  /// Returns text whose UTF-8 bytes are percent-encoded unless they are allowed in a URL.
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
