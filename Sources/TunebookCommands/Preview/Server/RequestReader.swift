/// An incremental parser of request heads, in linear time and bounded memory.
package struct RequestReader: Sendable {
  package enum Progress: Sendable, Equatable {
    case incomplete
    case complete(RequestHead)
    case refused(Response.Status)
  }

  /// The maximum number of bytes in the first line.
  package static let longestRequestLine = 4096
  /// The maximum number of bytes in the line of a field. One line has the cookies of all servers on the machine.
  package static let longestField = 16 * 1024
  package static let mostFields = 100
  /// The maximum number of bytes in all lines.
  package static let longestHead = 48 * 1024

  private var line: [UInt8] = []
  private var count = 0
  private var start: (method: String, target: String)?
  private var fields: [RequestHead.Field] = []

  package init() {}

  /// Reads further bytes, except those after the head.
  package mutating func read(_ bytes: some Sequence<UInt8>) -> Progress {
    for byte in bytes {
      count += 1
      if count > Self.longestHead { return .refused(.fieldsTooLarge) }
      guard byte == UInt8(ascii: "\n") else {
        line.append(byte)
        if start == nil, line.count > Self.longestRequestLine { return .refused(.addressTooLong) }
        if line.count > Self.longestField { return .refused(.fieldsTooLarge) }
        continue
      }
      guard line.popLast() == UInt8(ascii: "\r") else { return .refused(.badRequest) }
      defer { line.removeAll(keepingCapacity: true) }
      guard let start else {
        guard let start = Self.requestLine(line) else { return .refused(.badRequest) }
        self.start = start
        continue
      }
      if line.isEmpty {
        return .complete(RequestHead(method: start.method, target: start.target, fields: fields))
      }
      if fields.count == Self.mostFields { return .refused(.fieldsTooLarge) }
      guard let field = Self.field(line) else { return .refused(.badRequest) }
      fields.append(field)
    }
    return .incomplete
  }

  /// Returns the method and the target of a line such as `GET /page HTTP/1.1`.
  private static func requestLine(_ line: [UInt8]) -> (method: String, target: String)? {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, (1...16).contains(parts[0].count),
      parts[0].allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
      parts[1].first == UInt8(ascii: "/"), parts[1].allSatisfy({ (0x21...0x7E).contains($0) }),
      parts[2].elementsEqual("HTTP/1.1".utf8) || parts[2].elementsEqual("HTTP/1.0".utf8)
    else { return nil }
    return (String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self))
  }

  private static func field(_ line: [UInt8]) -> RequestHead.Field? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) }),
      line[colon...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") })
    else { return nil }
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var value = line[(colon + 1)...].drop(while: isSpace)
    while let last = value.last, isSpace(last) { value.removeLast() }
    return RequestHead.Field(
      name: String(decoding: line[..<colon], as: UTF8.self).lowercased(),
      value: String(decoding: value, as: UTF8.self))
  }
}
