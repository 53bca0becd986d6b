import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A request for a file, or for the rest of it, written to the part file as it arrives.
///
/// It is safe to send because its variables are used by a single exchange.
final class Transfer: AnswerReceiver, @unchecked Sendable {
  private let url: URL
  private let part: PartFile
  private let limit: Int
  private let policy: DownloadPolicy
  private let progress: @Sendable (Int) -> Void
  private let start: Int

  private(set) var received: (bytes: Int, total: Int?)

  /// - Parameter limit: the number of bytes of the whole file; a transfer that exceeds it is ended.
  init(
    from url: URL, into part: PartFile, limit: Int, policy: DownloadPolicy,
    progress: @escaping @Sendable (Int) -> Void
  ) throws(TransferError) {
    self.url = url
    self.part = part
    self.limit = limit
    self.policy = policy
    self.progress = progress
    start = try part.size()
    received = (start, nil)
  }

  func run() async throws(TransferError) {
    var request = URLRequest(url: url)
    if start > 0 { request.setValue("bytes=\(start)-", forHTTPHeaderField: "Range") }
    try await HTTPExchange(request, policy: policy, to: self).run()
  }

  func begin(_ response: HTTPURLResponse) throws(TransferError) {
    switch response.statusCode {
    case 206 where start > 0 && response.rangeStart == start: break
    case 200:
      // The server sends the whole file, although a range was requested.
      try part.truncate(to: 0)
      received.bytes = 0
    default:
      // The server has another file than the one that was begun: start again next time.
      if response.statusCode == 416 || response.statusCode == 206 { try part.truncate(to: 0) }
      throw .failed(.status(response.statusCode))
    }
    received.total = response.contentLength.map { $0.addingReportingOverflow(received.bytes) }.flatMap {
      $0.overflow ? nil : $0.partialValue
    }
  }

  func receive(_ data: Data) throws(TransferError) {
    guard received.bytes + data.count <= limit else {
      // These bytes are not of the file, and must not be continued next time.
      try part.truncate(to: 0)
      throw .failed(.wrongDigest)
    }
    try part.append(data)
    received.bytes += data.count
    progress(received.bytes)
  }
}

extension HTTPURLResponse {
  /// The first byte of a range that a server sends, from `Content-Range: bytes 100-199/200`.
  fileprivate var rangeStart: Int? {
    guard let range = value(forHTTPHeaderField: "Content-Range") else { return nil }
    return range.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
  }
}
