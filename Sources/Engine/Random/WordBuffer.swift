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
  /// Writes some words of the stream to the same places of a buffer, in any order of the ranges.
  ///
  /// - Parameter range: starts and ends at multiples of four.
  func fill(_ buffer: WordBuffer, _ range: Range<Int>, _ kernels: Kernels) {
    fill(buffer.pointer + range.lowerBound, from: range.lowerBound / 4, blocks: range.count / 4, kernels)
  }
}
