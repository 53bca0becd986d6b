import Foundation
import Synchronization

/// A web server on loopback that answers as a script or a closure says: one reply for each connection.
package final class LoopbackServer: Sendable {
  package struct Request: Sendable {
    package let head: String
    package let body: [UInt8]

    /// The method, such as GET.
    package var method: String { word(0) }
    package var path: String { word(1) }

    private func word(_ index: Int) -> String {
      let words = head.split(separator: " ", maxSplits: 2)
      return words.count > index ? String(words[index]) : ""
    }

    /// Returns the value of a header; `nil` if it is missing.
    fileprivate func header(_ name: String) -> Substring? {
      head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
        .map { $0.dropFirst(name.count + 2) }
    }
  }

  package enum Reply: Sendable {
    /// The file, or the part of it that was asked for.
    case file([UInt8])
    /// The whole file, whatever was asked for.
    case wholeFile([UInt8])
    /// The head of a reply for the file and this many bytes of it; then the connection breaks.
    case breakOff([UInt8], after: Int)
    /// The same, but the connection stays open and nothing more comes.
    case stall([UInt8], after: Int)
    /// Nothing at all.
    case silence
    case status(Int)
    /// Bytes without end.
    case flood
    /// A byte now and then, of a file that has this many.
    case trickle(Int)
    /// The head of a reply for a file that has this many bytes, and nothing more.
    case promise(Int)
    /// The address of another place.
    case redirect(String)
  }

  private struct State {
    var requests: [String] = []
    var isClosed = false
  }

  private let listener: Int32
  private let port: UInt16
  private let reply: @Sendable (Request) -> Reply
  private let state = Mutex(State())

  /// - Parameter script: replies in order; the last one is given to all further requests.
  package convenience init(_ script: Reply...) throws {
    let rest = Mutex(script)
    try self.init { _ in rest.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? .silence } }
  }

  /// - Parameter reply: returns the reply to a request; called from several threads.
  package init(reply: @escaping @Sendable (Request) -> Reply) throws {
    self.reply = reply
    #if canImport(Glibc)
      listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let status = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) | listen(listener, 8) | getsockname(listener, address, &length)
      }
    }
    guard status == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { self.serve() }
  }

  package var url: URL { URL(string: "http://127.0.0.1:\(port)/data") ?? URL(fileURLWithPath: "/") }

  /// The heads of the requests so far.
  package var requests: [String] { state.withLock { $0.requests } }

  package func close() {
    let wasClosed = state.withLock { state in
      defer { state.isClosed = true }
      return state.isClosed
    }
    // By now the number may stand for a file of someone else.
    if wasClosed { return }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func serve() {
    // Closed by the thread that accepts: closed by another, its number could stand for the next server's socket, whose
    // connections would come here.
    defer { _ = Foundation.close(listener) }
    while true {
      let connection = accept(listener, nil, nil)
      if connection < 0 { return }
      Thread.detachNewThread { self.answer(connection) }
    }
  }

  private func answer(_ connection: Int32) {
    defer { _ = Foundation.close(connection) }
    var head: [UInt8] = []
    while !String(decoding: head, as: UTF8.self).hasSuffix("\r\n\r\n") {
      var byte = UInt8(0)
      if recv(connection, &byte, 1, 0) != 1 { return }
      head.append(byte)
    }
    let text = String(decoding: head, as: UTF8.self)
    let length = Request(head: text, body: []).header("Content-Length").flatMap { Int($0) } ?? 0
    if text.contains("100-continue") { send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), connection) }
    guard let body = receive(length, connection) else { return }
    let whole = Request(head: text, body: body)
    state.withLock { $0.requests.append(text) }
    let request = whole.head
    switch reply(whole) {
    case .file(let bytes) where whole.method == "HEAD": send(header(200, length: bytes.count), connection)
    case .file(let bytes):
      let start = rangeStart(request)
      if start > 0, start >= bytes.count { return send(header(416, length: 0), connection) }
      send(partHeader(bytes, start) + bytes.dropFirst(start), connection)
    case .wholeFile(let bytes): send(header(200, length: bytes.count) + bytes, connection)
    case .breakOff(let bytes, let count):
      let start = rangeStart(request)
      send(partHeader(bytes, start) + bytes.dropFirst(start).prefix(count), connection)
    case .stall(let bytes, let count):
      let start = rangeStart(request)
      send(partHeader(bytes, start) + bytes.dropFirst(start).prefix(count), connection)
      wait()
    case .silence: wait()
    case .status(let status): send(header(status, length: 0), connection)
    case .flood:
      send(header(200, length: nil), connection)
      let zeros = [UInt8](repeating: 0, count: 1 << 16)
      for _ in 0..<64 { send(zeros, connection) }
    case .trickle(let count):
      send(header(200, length: count), connection)
      for _ in 0..<count where !state.withLock({ $0.isClosed }) {
        send([0], connection)
        Thread.sleep(forTimeInterval: 0.05)
      }
    case .promise(let count):
      send(header(200, length: count), connection)
      wait()
    case .redirect(let place): send(header(302, length: 0, "Location: \(place)\r\n"), connection)
    }
  }

  /// Returns the next bytes of a connection; `nil` if it ends before.
  private func receive(_ count: Int, _ connection: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes {
        recv(connection, $0.baseAddress?.advanced(by: filled), count - filled, 0)
      }
      if got <= 0 { return nil }
      filled += got
    }
    return bytes
  }

  private func rangeStart(_ request: String) -> Int {
    let lines = request.lowercased().components(separatedBy: "\r\n")
    guard let line = lines.first(where: { $0.hasPrefix("range: bytes=") }) else { return 0 }
    return Int(line.dropFirst("range: bytes=".count).prefix { $0.isNumber }) ?? 0
  }

  private func partHeader(_ bytes: [UInt8], _ start: Int) -> [UInt8] {
    guard start > 0 else { return header(200, length: bytes.count) }
    let range = "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)\r\n"
    return header(206, length: bytes.count - start, range)
  }

  private func header(_ status: Int, length: Int?, _ more: String = "") -> [UInt8] {
    let size = length.map { "Content-Length: \($0)\r\n" } ?? ""
    return Array("HTTP/1.1 \(status) Reply\r\n\(size)\(more)Connection: close\r\n\r\n".utf8)
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent <= 0 { return }
      rest = rest.dropFirst(sent)
    }
  }

  private func wait() {
    for _ in 0..<200 {
      if state.withLock({ $0.isClosed }) { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
  }
}
