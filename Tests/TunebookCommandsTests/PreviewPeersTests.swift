import Foundation
import Testing
import TunebookCommands

/// Peers that take a server's connections and its time.
@Suite struct PreviewPeersTests {
  @Test("A peer that asks byte by byte is let go, and holds up nobody.")
  func slowRequest() throws {
    var limits = ServerLimits()
    limits.heading = .milliseconds(150)
    let preview = try ServedPreview(limits: limits)
    let slow = try preview.connect()
    for byte in preview.request("GET /page HTTP/1.1").prefix(10) {
      slow.send(String(byte))
      Thread.sleep(forTimeInterval: 0.005)
    }
    #expect(try preview.isWell)
    #expect(slow.receive().isEmpty)
    #expect(try preview.isWell)
  }

  @Test("Over a thousand peers that never finish asking leave room for one that does.")
  func halfOpen() throws {
    var room = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &room)
    room.rlim_cur = min(max(room.rlim_cur, 4096), room.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &room)
    let preview = try ServedPreview()
    var peers: [LoopbackPeer] = []
    for number in 0..<1_100 {
      let peer = try preview.connect()
      peer.send(number.isMultiple(of: 2) ? "GET /page HT" : "")
      peers.append(peer)
      if number.isMultiple(of: 200) { #expect(try preview.isWell) }
    }
    #expect(try preview.isWell)
    #expect(peers[0].receive().isEmpty)
  }

  @Test("Peers that wait for news are the last to go.")
  func waitingPeer() throws {
    let preview = try ServedPreview()
    let waiting = try preview.connect()
    waiting.send(preview.request("GET /state?after=1 HTTP/1.1"))
    #expect(try preview.isWell)
    let crowd = try (0..<200).map { _ in try preview.connect() }
    #expect(try preview.isWell)
    preview.board.update { $0.findings = "news" }
    #expect(waiting.receive().hasSuffix("\"findings\":\"news\"}"))
    withExtendedLifetime(crowd) {}
  }

  @Test("Peers that break off, at any point, do no harm.")
  func reset() throws {
    let preview = try ServedPreview(page: "<p>the page</p>")
    let large = try ServedPreview(page: String(repeating: "a", count: 8_000_000) + "<p>the page</p>")
    for request in [
      "", "GET", preview.request("GET /page HTTP/1.1"), preview.request("GET /state?after=1 HTTP/1.1"),
    ] {
      for _ in 0..<20 {
        let peer = try preview.connect()
        peer.send(request)
        peer.reset()
      }
    }
    for _ in 0..<20 {
      let peer = try large.connect()
      peer.send(large.request("GET /page HTTP/1.1"))
      peer.reset()
    }
    #expect(try preview.isWell)
    #expect(try large.isWell)
  }

  @Test("Peers that never read their answer are let go, and hold up nobody.")
  func slowReader() throws {
    var limits = ServerLimits()
    limits.writing = .milliseconds(150)
    let page = String(repeating: "a", count: 20_000_000) + "<p>the page</p>"
    let preview = try ServedPreview(page: page, limits: limits)
    let request = preview.request("GET /page HTTP/1.1")
    let crowd = try (0..<100).map { _ in
      let peer = try preview.connect()
      peer.send(request)
      return peer
    }
    #expect(try preview.isWell)
    withExtendedLifetime(crowd) {}
    // Longer and longer, should the machine have been too busy to notice.
    let isCut = try [0.4, 2, 8].contains { delay in
      let slow = try preview.connect()
      slow.send(request)
      Thread.sleep(forTimeInterval: delay)
      return slow.receive().utf8.count < page.utf8.count
    }
    #expect(isCut)
    #expect(try preview.isWell)
  }
}
