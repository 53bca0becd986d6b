import CKernels

/// Floats on a 64-byte boundary, zero at first, padded to whole registers; freed with its owner.
package final class FloatBuffer {
  package let pointer: UnsafeMutablePointer<Float>
  /// A multiple of `TB_LANES`.
  let count: Int

  init(count: Int) {
    self.count = Self.length(of: count)
    let raw = UnsafeMutableRawPointer.allocate(byteCount: self.count * 4, alignment: 64)
    pointer = raw.bindMemory(to: Float.self, capacity: self.count)
    pointer.initialize(repeating: 0, count: self.count)
  }

  deinit { pointer.deallocate() }

  /// The floats that a buffer for so many has.
  static func length(of count: Int) -> Int { max(roundedToLanes(count), Int(TB_LANES)) }

  func fill(_ value: Float) { pointer.update(repeating: value, count: count) }
}

/// How many floats a row of so many numbers takes: one register's, or whole panels.
func paddedWidth(_ columns: Int) -> Int {
  let panel = Int(TB_PANEL)
  return columns <= Int(TB_LANES) ? Int(TB_LANES) : (columns + panel - 1) / panel * panel
}

/// The least multiple of a register's floats that holds `count`.
func roundedToLanes(_ count: Int) -> Int { (count + Int(TB_LANES) - 1) / Int(TB_LANES) * Int(TB_LANES) }
