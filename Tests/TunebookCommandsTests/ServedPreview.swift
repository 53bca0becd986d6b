import Foundation
import Testing
import TunebookCommands

/// A preview's server in this process, and requests to it as a browser would send them.
final class ServedPreview: Sendable {
  let server: PreviewServer
  let board = PreviewBoard()
  let host: String
  private let cookie: String

  init(page: String = "<p>the page</p>", limits: ServerLimits = ServerLimits()) throws {
    board.update { $0.page = Array(page.utf8) }
    let server = try PreviewServer(port: 0, board, limits: limits)
    self.server = server
    host = "127.0.0.1:\(server.port)"
    let token = server.address.components(separatedBy: "token=")[1]
    cookie = "Cookie: tunebook-preview-\(server.port)=\(token)"
    // Not a task, which would have to wait for tests that wait for it.
    Thread.detachNewThread { server.serve() }
  }

  deinit { server.stop() }

  func connect() throws -> LoopbackPeer { try LoopbackPeer(port: server.port) }

  /// A request by somebody who has seen the preview.
  func request(_ line: String, _ fields: [String] = []) -> String {
    ([line, "Host: \(host)", cookie] + fields + ["", ""]).joined(separator: "\r\n")
  }

  /// Everything that comes of a request.
  func answer(to request: String) throws -> String {
    let peer = try connect()
    peer.send(request)
    return peer.receive()
  }

  /// Whether the page is had as if nothing had happened.
  var isWell: Bool {
    get throws {
      let answer = try answer(to: request("GET /page HTTP/1.1"))
      return answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.hasSuffix("<p>the page</p>")
    }
  }
}
