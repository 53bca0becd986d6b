import Foundation

/// A non-blocking socket, which is closed when the object is released.
final class Socket {
  enum Reading: Equatable {
    case bytes(Int)
    /// No bytes have arrived yet.
    case nothing
    /// The peer has closed the connection, or it failed.
    case end
  }

  enum Writing: Equatable {
    case bytes(Int)
    /// The peer must first read the bytes sent before.
    case full
    case end
  }

  let descriptor: Int32

  /// Creates a socket that takes ownership of a descriptor.
  init(owning descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  deinit { close(descriptor) }

  func read(into buffer: inout [UInt8]) -> Reading {
    while true {
      let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
      if count > 0 { return .bytes(count) }
      if count == 0 { return .end }
      switch errno {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: return .nothing
      default: return .end
      }
    }
  }

  /// Writes bytes from an offset on, without a signal if the peer is gone.
  func write(_ bytes: [UInt8], from offset: Int, atMost limit: Int) -> Writing {
    while true {
      let count = bytes.withUnsafeBytes { bytes in
        send(
          descriptor, bytes.baseAddress?.advanced(by: offset), min(bytes.count - offset, limit),
          Self.withoutSignal)
      }
      if count >= 0 { return .bytes(count) }
      switch errno {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: return .full
      default: return .end
      }
    }
  }

  /// Closes the connection for writing.
  func finishWriting() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  #if canImport(Darwin)
    private static let withoutSignal: Int32 = 0
  #else
    private static let withoutSignal = Int32(MSG_NOSIGNAL)
  #endif
}
