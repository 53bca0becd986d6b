import Dispatch
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A request for a file, or for the rest of it, written to the part file as it arrives.
///
/// It is a class because it is the delegate of a URL session. It is safe to send because its variables are used on a
/// single serial queue, which the session, the clock and the caller share.
final class Transfer: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  private let url: URL
  private let part: PartFile
  private let limit: Int
  private let policy: DownloadPolicy
  private let progress: @Sendable (Int) -> Void
  private let start: Int
  private let queue = DispatchQueue(label: "tunebook.download")

  private var continuation: CheckedContinuation<Result<Void, TransferError>, Never>?
  private var session: URLSession?
  private var clock: (any DispatchSourceTimer)?
  private var outcome: Result<Void, TransferError>?
  private var hasAnswer = false
  private var lastSign = DispatchTime.now()
  private var received: Int
  private var total: Int?

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
    received = start
  }

  func run() async throws(TransferError) {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async { self.begin(continuation) }
      }
    } onCancel: {
      queue.async { self.end(.failure(.cancelled)) }
    }
    try result.get()
  }

  private func begin(_ continuation: CheckedContinuation<Result<Void, TransferError>, Never>) {
    if let outcome { return continuation.resume(returning: outcome) }
    self.continuation = continuation
    let operations = OperationQueue()
    operations.underlyingQueue = queue
    let configuration = URLSessionConfiguration.ephemeral
    // The clock below decides, so the limit of the session only has to be later.
    configuration.timeoutIntervalForRequest = policy.connectTimeout + policy.stallTimeout + 60
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: operations)
    self.session = session
    var request = URLRequest(url: url)
    request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    if start > 0 { request.setValue("bytes=\(start)-", forHTTPHeaderField: "Range") }
    session.dataTask(with: request).resume()

    lastSign = .now()
    let clock = DispatchSource.makeTimerSource(queue: queue)
    let period = min(policy.connectTimeout, policy.stallTimeout) / 8
    clock.schedule(deadline: .now() + period, repeating: period)
    clock.setEventHandler { [weak self] in self?.checkClock() }
    clock.resume()
    self.clock = clock
  }

  /// Ends the transfer. Later calls have no effect.
  private func end(_ outcome: Result<Void, TransferError>) {
    guard self.outcome == nil else { return }
    self.outcome = outcome
    clock?.cancel()
    session?.invalidateAndCancel()
    continuation?.resume(returning: outcome)
    (clock, session, continuation) = (nil, nil, nil)
  }

  private func checkClock() {
    let silence = Double(DispatchTime.now().uptimeNanoseconds - lastSign.uptimeNanoseconds) / 1e9
    if hasAnswer, silence > policy.stallTimeout {
      end(.failure(.failed(.stalled(seconds: policy.stallTimeout))))
    } else if !hasAnswer, silence > policy.connectTimeout {
      end(.failure(.failed(.noAnswer(seconds: policy.connectTimeout))))
    }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    guard let response = response as? HTTPURLResponse else { return completionHandler(.cancel) }
    do throws(TransferError) {
      switch response.statusCode {
      case 206 where start > 0 && response.rangeStart == start: break
      case 200:
        // The server sends the whole file, although a range was requested.
        try part.truncate(to: 0)
        received = 0
      default:
        // The server has another file than the one that was begun: start again next time.
        if response.statusCode == 416 || response.statusCode == 206 { try part.truncate(to: 0) }
        throw .failed(.status(response.statusCode))
      }
      hasAnswer = true
      lastSign = .now()
      total = response.value(forHTTPHeaderField: "Content-Length").flatMap { Int($0) }.map { $0 + received }
      completionHandler(.allow)
    } catch {
      completionHandler(.cancel)
      end(.failure(error))
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    guard outcome == nil else { return }
    lastSign = .now()
    do throws(TransferError) {
      guard received + data.count <= limit else {
        // These bytes are not of the file, and must not be continued next time.
        try part.truncate(to: 0)
        throw .failed(.wrongDigest)
      }
      try part.append(data)
      received += data.count
      progress(received)
    } catch {
      end(.failure(error))
    }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    if let error, !hasAnswer {
      end(.failure(.failed(.failed((error as NSError).localizedDescription))))
    } else if error != nil || received < total ?? received {
      end(.failure(.failed(.interrupted(received: received, total: total))))
    } else {
      end(.success(()))
    }
  }
}

extension HTTPURLResponse {
  /// The first byte of a range that a server sends, from `Content-Range: bytes 100-199/200`.
  fileprivate var rangeStart: Int? {
    guard let range = value(forHTTPHeaderField: "Content-Range") else { return nil }
    return range.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
  }
}
