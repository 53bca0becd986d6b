import CKernels

/// A buffer of floats, aligned to 64 bytes, padded to whole vector registers, and filled with zeros at first.
package final class FloatBuffer {
  package let pointer: UnsafeMutablePointer<Float>
  /// The number of floats, a multiple of `TB_LANES`.
  let count: Int

  init(count: Int) {
    self.count = Self.length(of: count)
    let bytes = self.count * 4
    let isLarge = bytes >= Self.hugePage / 2
    let size = isLarge ? (bytes + Self.hugePage - 1) / Self.hugePage * Self.hugePage : bytes
    let raw = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: isLarge ? Self.hugePage : 64)
    // A product reads all of a layer's weights in each step; in small pages, their addresses alone overflow the caches.
    if isLarge { tb_prefer_huge_pages(raw, size) }
    pointer = raw.bindMemory(to: Float.self, capacity: self.count)
    pointer.initialize(repeating: 0, count: self.count)
  }

  private static let hugePage = 1 << 21

  deinit { pointer.deallocate() }

  /// Returns the number of floats in a buffer for `count` of them.
  static func length(of count: Int) -> Int { max(roundedToLanes(count), Int(TB_LANES)) }

  func fill(_ value: Float) { pointer.update(repeating: value, count: count) }
}

/// Returns the number of floats that a row takes: one vector register, or whole panels.
func paddedWidth(_ columns: Int) -> Int {
  let panel = Int(TB_PANEL)
  return columns <= Int(TB_LANES) ? Int(TB_LANES) : (columns + panel - 1) / panel * panel
}

/// Returns `count` rounded up to a multiple of a vector register's floats.
func roundedToLanes(_ count: Int) -> Int { (count + Int(TB_LANES) - 1) / Int(TB_LANES) * Int(TB_LANES) }
