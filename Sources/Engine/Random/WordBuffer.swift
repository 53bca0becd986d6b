import CKernels

/// A buffer of random words, padded to whole vector registers.
final class WordBuffer {
  let pointer: UnsafeMutablePointer<UInt32>
  private let capacity: Int

  init(count: Int) {
    capacity = FloatBuffer.length(of: count)
    let raw = UnsafeMutableRawPointer.allocate(byteCount: capacity * 4, alignment: 64)
    pointer = raw.bindMemory(to: UInt32.self, capacity: capacity)
    pointer.initialize(repeating: 0, count: capacity)
  }

  deinit { pointer.deallocate() }
}

extension RandomStream {
  /// Writes the first `count` words of the stream, a multiple of four.
  func fill(_ buffer: WordBuffer, count: Int) { fill(buffer.pointer, blocks: count / 4) }
}
