import Foundation

extension [UInt8] {
  /// Returns the offset of the first occurrence of a text within a range.
  ///
  /// The search takes time linear in the length of the range.
  func firstOffset(of text: String, in range: SourceRange) -> Int? {
    let needle = Array(text.utf8)
    let end = Swift.min(range.end, count)
    guard let first = needle.first, range.start >= 0, range.start + needle.count <= end else { return nil }
    if needle.count > 64 { return firstOffset(ofLong: needle, from: range.start, to: end) }
    return withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      let last = end - needle.count
      var offset = range.start
      while offset <= last, let found = memchr(base + offset, Int32(first), last - offset + 1) {
        offset = base.distance(to: found)
        if memcmp(base + offset, needle, needle.count) == 0 { return offset }
        offset += 1
      }
      return nil
    }
  }

  /// The search of D. Knuth, J. Morris and V. Pratt, "Fast pattern matching in strings" (1977), which looks
  /// at each byte once, however repetitive the text is.
  private func firstOffset(ofLong needle: [UInt8], from start: Int, to end: Int) -> Int? {
    // For each prefix of the needle, the length of the longest shorter prefix that also ends it.
    var borders = [0]
    for byte in needle.dropFirst() {
      var border = borders[borders.count - 1]
      while border > 0, needle[border] != byte { border = borders[border - 1] }
      borders.append(needle[border] == byte ? border + 1 : 0)
    }
    var matched = 0
    for offset in start..<end {
      while matched > 0, needle[matched] != self[offset] { matched = borders[matched - 1] }
      if needle[matched] == self[offset] { matched += 1 }
      if matched == needle.count { return offset + 1 - matched }
    }
    return nil
  }
}
