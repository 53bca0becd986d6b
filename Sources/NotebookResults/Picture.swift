/// A picture of pixels that is part of a page.
package struct Picture: Sendable, Hashable {
  package enum Format: String, Sendable, CaseIterable {
    case png, jpeg, gif, webp
  }

  package let format: Format
  /// The width and the height in pixels.
  package let width: Int
  package let height: Int
  /// The content of the file.
  package let bytes: [UInt8]

  package init(format: Format, width: Int, height: Int, bytes: [UInt8]) {
    self.format = format
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// The number of bytes in Base64.
  package var base64Count: Int { (bytes.count + 2) / 3 * 4 }
}
