import FlyingFox
import FlyingSocks
import Foundation

/// Serves a preview to browsers on this machine, and to nobody else.
struct PreviewServer {
  private let server: HTTPServer
  private let port: UInt16

  /// How long an answer is held back that has no news; browsers ask again.
  private static let patience = Duration.seconds(10)

  /// - Parameter port: 0 takes a free one.
  init(port: UInt16, _ board: PreviewBoard) async throws {
    self.port = port
    server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
    await route("/") { _ in Self.response(PreviewFrame.html, "text/html; charset=utf-8", PreviewFrame.policy)
    }
    await route("/preview.js") { _ in Self.response(PreviewFrame.script, "text/javascript; charset=utf-8") }
    await route("/page") { _ in
      Self.response(await board.state.page ?? PreviewFrame.noPage, "text/html; charset=utf-8")
    }
    await route("/state") { request in
      let seen = request.query["after"].flatMap { Int($0) } ?? -1
      let (state, revision) = await board.next(after: seen, within: Self.patience)
      return Self.response(state.json(revision: revision).text, "application/json")
    }
  }

  /// Answers until it is cancelled.
  ///
  /// - Throws: ``CommandProblem/cannotServe(port:reason:)``, or `CancellationError`.
  func run() async throws {
    do {
      try await server.run()
    } catch {
      // Sockets that are closed under a server that was cancelled fail in their own words.
      try Task.checkCancellation()
      guard case SocketError.failed(_, let number, let message) = error else { throw error }
      throw CommandProblem.cannotServe(port: port, reason: number == EADDRINUSE ? "it is in use" : message)
    }
  }

  /// Where it is to be seen, once it answers; `nil` where it has failed to.
  func address() async -> String? {
    try? await server.waitUntilListening()
    guard case .ip4(_, let port)? = await server.listeningAddress else { return nil }
    return "http://localhost:\(port)/"
  }

  private func route(
    _ path: String, _ answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
  ) async {
    await server.appendRoute(HTTPRoute("GET \(path)")) { request in
      Self.isLocal(request.headers[.host]) ? await answer(request) : HTTPResponse(statusCode: .forbidden)
    }
  }

  /// Whether a browser asked for this machine by one of its own names: others may be a stranger's that lead here.
  static func isLocal(_ host: String?) -> Bool {
    let name = host?.split(separator: ":", omittingEmptySubsequences: false).first
    return name == "localhost" || name == "127.0.0.1"
  }

  private static func response(_ text: String, _ type: String, _ policy: String? = nil) -> HTTPResponse {
    var headers: HTTPHeaders = [.contentType: type, HTTPHeader("Cache-Control"): "no-store"]
    if let policy { headers[HTTPHeader("Content-Security-Policy")] = policy }
    return HTTPResponse(statusCode: .ok, headers: headers, body: Data(text.utf8))
  }
}
