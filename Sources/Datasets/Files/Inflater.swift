import CZlib
import Foundation

/// A decompressor for gzip that writes piece by piece into given buffers.
///
/// It is a class because zlib keeps a pointer to its state.
final class Inflater {
  private let path: String
  private let input: Data
  private let stream: UnsafeMutablePointer<z_stream>
  private var consumed = 0
  private var hasEnded = false

  /// - Parameter path: the path of the file in messages.
  init(_ input: Data, path: String) throws(DatasetProblem) {
    self.path = path
    self.input = input
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // The largest window, plus 16 to expect the header and checksum of gzip.
    let status = inflateInit2_(stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { throw .unreadable(path, reason: "zlib cannot start (\(status))") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Fills the buffer as far as there is data, and returns the number of bytes; 0 means the end.
  ///
  /// The checksum is verified at the end of each member.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetProblem) -> Int {
    var filled = 0
    while filled < buffer.count, !hasEnded {
      filled += try step(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
    }
    return filled
  }

  /// Returns the number of further bytes. Counting stops at the limit, because a few bytes may unpack to any number.
  func countRest(limit: Int) throws(DatasetProblem) -> Int {
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { scratch.deallocate() }
    var total = 0
    while total < limit {
      let count = try read(into: scratch)
      if count == 0 { break }
      total += count
    }
    return total
  }

  private func step(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetProblem) -> Int {
    let limit = Int(Int32.max)
    let room = min(buffer.count, limit)
    let offered = min(input.count - consumed, limit)
    let status = input.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Int32 in
      let start = bytes.baseAddress?.advanced(by: consumed).assumingMemoryBound(to: UInt8.self)
      stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
      stream.pointee.avail_in = UInt32(offered)
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room)
      return inflate(stream, Z_NO_FLUSH)
    }
    consumed += offered - Int(stream.pointee.avail_in)
    let produced = room - Int(stream.pointee.avail_out)
    switch status {
    case Z_STREAM_END: try endMember()
    case Z_OK: break
    case Z_BUF_ERROR where consumed == input.count: throw .truncatedGzip(path)
    default: throw .damagedGzip(path)
    }
    return produced
  }

  /// Starts the next gzip member, if there is one. Zeros after the last member are padding.
  private func endMember() throws(DatasetProblem) {
    let rest = input.dropFirst(consumed)
    if rest.allSatisfy({ $0 == 0 }) {
      hasEnded = true
    } else if inflateReset(stream) != Z_OK {
      throw .damagedGzip(path)
    }
  }
}
