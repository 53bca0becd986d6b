import Foundation
import Testing
import TunebookCommands

@Suite struct PreviewServerTests {
  @Test("The address with the token leaves a cookie and leads to the address without it.")
  func firstView() throws {
    let preview = try ServedPreview()
    let token = preview.server.address.components(separatedBy: "token=")[1]
    #expect(token.count == 32)
    let answer = try preview.answer(to: "GET /?token=\(token) HTTP/1.1\r\nHost: \(preview.host)\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 303 See Other\r\n"))
    #expect(answer.contains("\r\nLocation: /\r\n"))
    #expect(
      answer.contains(
        "\r\nSet-Cookie: tunebook-preview-\(preview.server.port)=\(token); Path=/; HttpOnly; SameSite=Strict\r\n"
      ))
    #expect(try ServedPreview().server.address != preview.server.address)
  }

  @Test("Every answer has a policy of its own, and none is kept or taken for another type.")
  func headers() throws {
    let preview = try ServedPreview()
    for path in ["/", "/page", "/preview.js", "/state?after=-1", "/nothing"] {
      let answer = try preview.answer(to: preview.request("GET \(path) HTTP/1.1"))
      #expect(answer.contains("\r\nContent-Security-Policy: default-src 'none'"), "\(path)")
      #expect(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"))
      #expect(answer.contains("\r\nCache-Control: no-store\r\n"))
      #expect(answer.contains("frame-ancestors \(path == "/page" ? "'self'" : "'none'")\r\n"))
      #expect(answer.contains("\r\nX-Frame-Options: \(path == "/page" ? "SAMEORIGIN" : "DENY")\r\n"))
    }
  }

  @Test("Strangers are refused: other hosts, other sites, and whoever has no token.")
  func strangers() throws {
    let preview = try ServedPreview()
    let refused = "HTTP/1.1 403 Forbidden\r\n"
    let port = preview.server.port
    let requests = [
      "GET /page HTTP/1.1\r\nHost: \(preview.host)\r\n\r\n",
      "GET /?token= HTTP/1.1\r\nHost: \(preview.host)\r\n\r\n",
      "GET /?token=\(String(repeating: "0", count: 32)) HTTP/1.1\r\nHost: \(preview.host)\r\n\r\n",
      "GET /page HTTP/1.1\r\nHost: \(preview.host)\r\nCookie: a=b; tunebook-preview-\(port)=0\r\n\r\n",
      preview.request("GET /page HTTP/1.1").replacing("127.0.0.1", with: "stranger.example"),
      preview.request("GET /page HTTP/1.1").replacing("127.0.0.1", with: "localhost.stranger.example"),
      preview.request("GET /page HTTP/1.1", ["Host: stranger.example"]),
      preview.request("GET /page HTTP/1.1").replacing("Host:", with: "Guest:"),
      preview.request("GET /page HTTP/1.1", ["Origin: http://stranger.example"]),
      preview.request("GET /page HTTP/1.1", ["Origin: null"]),
      preview.request("GET /page HTTP/1.1", ["Origin: http://127.0.0.1:1"]),
    ]
    for request in requests {
      let answer = try preview.answer(to: request)
      #expect(answer.hasPrefix(refused), "\(request)")
      #expect(!answer.contains("the page</p>"))
    }
    #expect(try preview.isWell)
    let own = preview.request("GET /page HTTP/1.1", ["Origin: http://\(preview.host)"])
    #expect(try preview.answer(to: own).hasPrefix("HTTP/1.1 200 OK\r\n"))
  }

  private static func long(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test(
    "A request that is too long or is none is refused, and the page is still served.",
    arguments: [
      ("GET /\(long(5_000)) HTTP/1.1\r\n", 414), (long(1_000_000), 414),
      ("GET / HTTP/1.1\r\nA: \(long(20_000))\r\n", 431),
      ("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 101), 431),
      ("GET / HTTP/1.1\r\n" + String(repeating: "A: \(long(1000))\r\n", count: 60), 431),
      ("GET / HTTP/1.1\n\n", 400), ("GET /\r\n\r\n", 400), ("get / HTTP/1.1\r\n\r\n", 400),
      ("GET http://127.0.0.1/ HTTP/1.1\r\n\r\n", 400), ("\r\n\r\n", 400), ("\u{16}\u{3}\u{1}\r\n", 400),
      ("GET / HTTP/1.1\r\n folded\r\n\r\n", 400), ("GET / HTTP/1.1\r\nA: \u{0}\r\n\r\n", 400),
      ("GET / HTTP/2\r\n\r\n", 400),
    ])
  func malformed(_ request: String, _ status: Int) throws {
    let preview = try ServedPreview()
    #expect(try preview.answer(to: request).hasPrefix("HTTP/1.1 \(status) "))
    #expect(try preview.isWell)
  }

  @Test("Requests with bodies and of other methods are refused without reading the bodies.")
  func bodies() throws {
    let preview = try ServedPreview()
    let post = preview.request("POST /page HTTP/1.1", ["Content-Length: 9999999999"])
    #expect(try preview.answer(to: post + Self.long(100_000)).hasPrefix("HTTP/1.1 405 "))
    let get = preview.request("GET /page HTTP/1.1", ["Transfer-Encoding: chunked"])
    #expect(try preview.answer(to: get + "5\r\nhello\r\n").hasPrefix("HTTP/1.1 413 "))
    #expect(try preview.isWell)
  }

  @Test("HEAD is answered without the page, and of two requests at once only the first is answered.")
  func oneAnswer() throws {
    let preview = try ServedPreview()
    let head = try preview.answer(to: preview.request("HEAD /page HTTP/1.1"))
    #expect(head.contains("\r\nContent-Length: 15\r\n") && head.hasSuffix("\r\n\r\n"))
    let request = preview.request("GET /page HTTP/1.1")
    let both = try preview.answer(to: request + request)
    #expect(both.components(separatedBy: "HTTP/1.1 200").count == 2 && both.hasSuffix("the page</p>"))
    #expect(try preview.isWell)
  }

  @Test("News end the wait for them, and so does patience.")
  func news() throws {
    var limits = ServerLimits()
    limits.patience = .milliseconds(50)
    let preview = try ServedPreview(limits: limits)
    #expect(
      try preview.answer(to: preview.request("GET /state?after=1 HTTP/1.1")).contains("\"revision\":1,"))
    let waiting = try ServedPreview()
    let peer = try waiting.connect()
    peer.send(waiting.request("GET /state?after=1 HTTP/1.1"))
    waiting.board.update { $0.findings = "something" }
    #expect(peer.receive().contains("\"revision\":2,"))
  }

  @Test("A port that is taken is refused with the reason.")
  func portInUse() throws {
    let preview = try ServedPreview()
    #expect(throws: (any Error).self) { _ = try PreviewServer(port: preview.server.port, PreviewBoard()) }
  }
}
