import CZlib
import NotebookReport
import Testing

@Suite struct DeflateTests {
  /// What zlib makes of a raw deflate stream, or `nil` where it refuses it.
  private func inflated(_ compressed: [UInt8], count: Int) -> [UInt8]? {
    var input = compressed
    var output = [UInt8](repeating: 0, count: count + 1)
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    return status == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
  }

  @Test("zlib reads back what was compressed: runs, pairs, noise, and every length of a match.")
  func roundTrip() {
    var state: UInt32 = 7
    func noise(_ levels: UInt32) -> UInt8 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: (state >> 16) % levels)
    }
    var samples: [[UInt8]] = [[], [0], [1, 1], [1, 2, 1, 2, 1], Array(repeating: 255, count: 5000)]
    for levels in [2, 3, 16, 256] as [UInt32] { samples.append((0..<4000).map { _ in noise(levels) }) }
    for length in 1...300 {
      let word = (0..<length).map { UInt8($0 % 251) }
      samples.append(word + [9, 9] + word)
    }
    for sample in samples {
      #expect(inflated(Deflate.compress(sample), count: sample.count) == sample)
    }
  }
}
