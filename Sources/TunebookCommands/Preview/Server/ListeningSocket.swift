import Diagnostics
import Foundation

/// A listening socket that only peers on this machine can connect to.
struct ListeningSocket {
  enum Acceptance {
    case connection(Socket)
    /// No peer is waiting.
    case nobody
    /// The process or the machine is out of descriptors or memory.
    case exhausted
  }

  let socket: Socket
  let port: UInt16

  /// - Parameter wanted: the port, or 0 for a free one.
  init(port wanted: UInt16) throws(CommandProblem) {
    func failure() -> CommandProblem {
      .cannotServe(port: wanted, reason: errno == EADDRINUSE ? "it is in use" : systemReason(ofNumber: errno))
    }
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    let descriptor = Foundation.socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { throw failure() }
    socket = Socket(owning: descriptor)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))

    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = wanted.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && listen(descriptor, 128) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isBound else { throw failure() }
    port = UInt16(bigEndian: address.sin_port)
  }

  func accept() -> Acceptance {
    while true {
      let descriptor = Foundation.accept(socket.descriptor, nil, nil)
      if descriptor >= 0 { return .connection(Socket(owning: descriptor)) }
      switch errno {
      case EINTR, ECONNABORTED, EPROTO: continue
      case EAGAIN, EWOULDBLOCK: return .nobody
      default: return .exhausted
      }
    }
  }
}
