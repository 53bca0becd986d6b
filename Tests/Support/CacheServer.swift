import Foundation
import Synchronization

/// A web server on loopback that keeps what is put there, and can be told to misbehave.
package final class CacheServer: Sendable {
  private final class Objects: Sendable {
    let all = Mutex<[String: [UInt8]]>([:])
    let fault = Mutex<(@Sendable (LoopbackServer.Request) -> LoopbackServer.Reply?)?>(nil)

    func reply(to request: LoopbackServer.Request) -> LoopbackServer.Reply {
      if let reply = fault.withLock(\.self)?(request) { return reply }
      switch request.method {
      case "PUT":
        all.withLock { $0[request.path] = request.body }
        return .status(201)
      default: return all.withLock { $0[request.path] }.map { .file($0) } ?? .status(404)
      }
    }
  }

  private let kept: Objects
  private let server: LoopbackServer

  package init() throws {
    let kept = Objects()
    server = try LoopbackServer { kept.reply(to: $0) }
    self.kept = kept
  }

  package var url: URL { server.url }

  /// The objects by their paths.
  package var objects: [String: [UInt8]] {
    get { kept.all.withLock(\.self) }
    set { kept.all.withLock { $0 = newValue } }
  }

  /// The method and the path of each request so far.
  package var requests: [String] {
    server.requests.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
  }

  /// Answers requests in another way; where the closure returns `nil`, as usual.
  package func misbehave(_ fault: (@Sendable (LoopbackServer.Request) -> LoopbackServer.Reply?)?) {
    kept.fault.withLock { $0 = fault }
  }

  package func close() { server.close() }
}
