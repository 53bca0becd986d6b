import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A place of small files that have addresses.
package protocol ObjectServer: Sendable {
  /// Returns the content of a file.
  ///
  /// - Parameter limit: the largest size in bytes that is of use.
  func get(_ url: URL, limit: Int) async throws(TransferError) -> Data

  /// Returns whether a file exists.
  func exists(_ url: URL) async throws(TransferError) -> Bool

  /// Creates a file, or replaces its content.
  func put(_ data: Data, at url: URL) async throws(TransferError)
}

/// A client for small files on a web server, which are kept in memory. Redirections are failures.
package struct HTTPClient: ObjectServer {
  /// The seconds that any request may take.
  private static let leastTime = 30.0
  /// The bytes per second below which a server is too slow.
  private static let leastSpeed = 200_000.0

  private let policy: DownloadPolicy

  package init(policy: DownloadPolicy = DownloadPolicy()) {
    self.policy = policy
  }

  /// Returns the content of a file. A longer answer is ended.
  package func get(_ url: URL, limit: Int) async throws(TransferError) -> Data {
    try await answer(to: URLRequest(url: url), limit: limit, sent: limit)
  }

  package func exists(_ url: URL) async throws(TransferError) -> Bool {
    var request = URLRequest(url: url)
    request.httpMethod = "HEAD"
    do throws(TransferError) {
      _ = try await answer(to: request, limit: nil, sent: 0)
      return true
    } catch {
      if case .failed(.status(404)) = error { return false }
      throw error
    }
  }

  package func put(_ data: Data, at url: URL) async throws(TransferError) {
    var request = URLRequest(url: url)
    request.httpMethod = "PUT"
    request.setValue("application/octet-stream", forHTTPHeaderField: "Content-Type")
    request.httpBody = data
    _ = try await answer(to: request, limit: nil, sent: data.count)
  }

  /// - Parameters:
  ///   - limit: the largest size of the answer's body in bytes; `nil` if the body is of no use.
  ///   - count: the number of bytes that are sent in either direction at most.
  private func answer(
    to request: URLRequest, limit: Int?, sent count: Int
  ) async throws(TransferError) -> Data {
    var policy = policy
    policy.followsRedirects = false
    policy.totalTimeout = policy.totalTimeout ?? Self.leastTime + Double(count) / Self.leastSpeed
    let body = AnswerBody(limit: limit)
    try await HTTPExchange(request, policy: policy, to: body).run()
    return body.data
  }
}

/// The body of an answer, kept in memory.
///
/// It is safe to send because its variables are used by a single exchange and, after that, by its caller.
private final class AnswerBody: AnswerReceiver, @unchecked Sendable {
  /// The size of an answer's body that is of no use, such as a page that says "Created".
  private static let ignoredLimit = 100_000

  private let limit: Int?
  private(set) var data = Data()
  private var count = 0
  private var total: Int?

  init(limit: Int?) { self.limit = limit }

  var received: (bytes: Int, total: Int?) { (count, total) }

  func begin(_ response: HTTPURLResponse) throws(TransferError) {
    guard (200...299).contains(response.statusCode) else { throw .failed(.status(response.statusCode)) }
    guard let limit else { return }
    // A part of a file, or no content, is not the file.
    guard response.statusCode == 200 else { throw .failed(.status(response.statusCode)) }
    total = response.contentLength
    if let total, total > limit { throw .failed(.tooLarge(limit: limit)) }
  }

  func receive(_ piece: Data) throws(TransferError) {
    let limit = limit ?? Self.ignoredLimit
    guard count + piece.count <= limit else { throw .failed(.tooLarge(limit: limit)) }
    count += piece.count
    if self.limit != nil { data.append(piece) }
  }
}
