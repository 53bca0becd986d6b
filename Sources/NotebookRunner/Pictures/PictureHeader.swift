import NotebookResults

/// The format and the size of a picture, from the first bytes of its file.
struct PictureHeader: Equatable {
  let format: Picture.Format
  let width: Int
  let height: Int

  /// Returns `nil` if the bytes are no picture of a known format, or its size cannot be read.
  init?(_ bytes: [UInt8]) {
    let data = HeaderBytes(bytes)
    let found: (format: Picture.Format, size: (width: Int, height: Int)?)
    if data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      found = (.png, Self.sizeOfPNG(data))
    } else if data.starts(with: Array("GIF87a".utf8)) || data.starts(with: Array("GIF89a".utf8)) {
      found = (.gif, data.littleEndian(6, 2).flatMap { width in data.littleEndian(8, 2).map { (width, $0) } })
    } else if data.starts(with: [0xFF, 0xD8, 0xFF]) {
      found = (.jpeg, Self.sizeOfJPEG(data))
    } else if data.has("RIFF", at: 0), data.has("WEBP", at: 8) {
      found = (.webp, Self.sizeOfWebP(data))
    } else {
      return nil
    }
    guard let size = found.size, size.width > 0, size.height > 0 else { return nil }
    (format, width, height) = (found.format, size.width, size.height)
  }

  /// The first chunk of a PNG file is IHDR, which begins with the size.
  private static func sizeOfPNG(_ data: HeaderBytes) -> (Int, Int)? {
    guard data.has("IHDR", at: 12), let width = data.bigEndian(16, 4), let height = data.bigEndian(20, 4)
    else { return nil }
    return (width, height)
  }

  /// The size is in the frame header (SOF), after segments that each begin with a marker and a length.
  private static func sizeOfJPEG(_ data: HeaderBytes) -> (Int, Int)? {
    var offset = 2
    while data.bigEndian(offset, 1) == 0xFF, let marker = data.bigEndian(offset + 1, 1) {
      switch marker {
      case 0xFF: offset += 1
      case 0xC4, 0xC8, 0xCC, 0xD0...0xD9: return nil
      case 0xC0...0xCF:
        guard let height = data.bigEndian(offset + 5, 2), let width = data.bigEndian(offset + 7, 2) else {
          return nil
        }
        return (width, height)
      default:
        guard let length = data.bigEndian(offset + 2, 2), length >= 2 else { return nil }
        offset += 2 + length
      }
    }
    return nil
  }

  /// The size is in the first chunk, in one of three forms (RFC 9649, section 2).
  private static func sizeOfWebP(_ data: HeaderBytes) -> (Int, Int)? {
    if data.has("VP8 ", at: 12), let width = data.littleEndian(26, 2), let height = data.littleEndian(28, 2) {
      return (width & 0x3FFF, height & 0x3FFF)
    }
    if data.has("VP8L", at: 12), let bits = data.littleEndian(21, 4) {
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    if data.has("VP8X", at: 12), let width = data.littleEndian(24, 3), let height = data.littleEndian(27, 3) {
      return (width + 1, height + 1)
    }
    return nil
  }
}

/// Bytes that are read at any offset, also beyond their end.
private struct HeaderBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func starts(with start: [UInt8]) -> Bool { bytes.starts(with: start) }

  func has(_ text: String, at offset: Int) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }

  func bigEndian(_ offset: Int, _ count: Int) -> Int? {
    guard offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  func littleEndian(_ offset: Int, _ count: Int) -> Int? {
    guard offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
