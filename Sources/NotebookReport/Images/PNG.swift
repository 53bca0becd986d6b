/// Images in the Portable Network Graphics format (ISO/IEC 15948).
enum PNG {
  /// The largest number of pixels of an image that is written in sixteen shades. Such an image is as small as a digit of
  /// MNIST, and pages have many of them.
  private static let fewPixels = 32 * 32

  /// - Parameter pixels: `height × width` values in row order, from 0 (white) to 255 (black).
  static func encode(ink pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
    let depth = width * height <= fewPixels ? 4 : 8
    return encode(width: width, height: height, depth: depth, colorType: 0) { place in
      let shade = 255 - (place < pixels.count ? pixels[place] : 0)
      return depth == 8 ? shade : UInt8((Int(shade) + 8) / 17)
    }
  }

  /// - Parameter pixels: `height × width` values in row order, from 0 (blue) by white, in the middle, to 255 (orange).
  static func encode(diverging pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
    encode(width: width, height: height, depth: 8, colorType: 3, palette: divergingPalette) { place in
      UInt8((Int(place < pixels.count ? pixels[place] : 128) * (2 * steps) + 127) / 255)
    }
  }

  /// The number of colours from white to each end of the diverging palette.
  private static let steps = 16

  /// The colours from blue to orange, after M. Okabe and K. Ito, each as red, green and blue.
  private static let divergingPalette: [UInt8] = (-steps...steps).flatMap { step -> [UInt8] in
    let end: [Int] = step < 0 ? [0, 114, 178] : [213, 94, 0]
    return end.map { UInt8(255 - (255 - $0) * abs(step) / steps) }
  }

  /// - Parameters:
  ///   - depth: the bits of a pixel, 4 or 8.
  ///   - colorType: 0 for shades of grey, 3 for colours of the palette.
  ///   - sample: the byte of the pixel at a place in row order.
  private static func encode(
    width: Int, height: Int, depth: Int, colorType: UInt8, palette: [UInt8] = [], _ sample: (Int) -> UInt8
  ) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // No interlacing.
    file += chunk("IHDR", bigEndian(width) + bigEndian(height) + [UInt8(depth), colorType, 0, 0, 0])
    if !palette.isEmpty { file += chunk("PLTE", palette) }
    var rows: [UInt8] = []
    rows.reserveCapacity(height * (width + 1))
    for row in 0..<height {
      rows.append(0)  // no filter
      let samples = (0..<width).map { sample(row * width + $0) }
      rows +=
        depth == 8
        ? samples
        : stride(from: 0, to: width, by: 2).map {
          samples[$0] << 4 | ($0 + 1 < width ? samples[$0 + 1] : 0)
        }
    }
    file += chunk("IDAT", [0x78, 0x01] + Deflate.compress(rows) + bigEndian(Int(adler32(rows))))
    file += chunk("IEND", [])
    return file
  }

  private static func chunk(_ type: StaticString, _ data: [UInt8]) -> [UInt8] {
    let body = Array("\(type)".utf8) + data
    return bigEndian(data.count) + body + bigEndian(Int(crc32(body)))
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return b << 16 | a
  }

  private static let crcTable: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { crcTable[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
