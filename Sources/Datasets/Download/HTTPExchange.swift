import Dispatch
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The receiver of an answer. Its methods are called on one queue, one after the other.
protocol AnswerReceiver: AnyObject, Sendable {
  /// The bytes received so far, and how many there will be if the server has said so.
  var received: (bytes: Int, total: Int?) { get }

  /// Receives the head of the answer.
  ///
  /// - Throws: the reason for which the rest is not wanted.
  func begin(_ response: HTTPURLResponse) throws(TransferError)

  /// Receives the next bytes of the answer's body.
  func receive(_ data: Data) throws(TransferError)
}

/// One request over HTTP with its answer. It is ended if the server is silent for too long, or takes too long altogether.
///
/// It is a class because it is the delegate of a URL session. It is safe to send because its variables are used on a
/// single serial queue, which the session, the clock and the caller share.
final class HTTPExchange: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  private let request: URLRequest
  private let policy: DownloadPolicy
  private let receiver: any AnswerReceiver
  private let queue = DispatchQueue(label: "tunebook.http")

  private var continuation: CheckedContinuation<Result<Void, TransferError>, Never>?
  private var session: URLSession?
  private var clock: (any DispatchSourceTimer)?
  private var outcome: Result<Void, TransferError>?
  private var hasAnswer = false
  private var start = DispatchTime.now()
  private var lastSign = DispatchTime.now()

  init(_ request: URLRequest, policy: DownloadPolicy, to receiver: any AnswerReceiver) {
    self.request = request
    self.policy = policy
    self.receiver = receiver
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
    var request = request
    request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    session.dataTask(with: request).resume()

    start = .now()
    lastSign = start
    let clock = DispatchSource.makeTimerSource(queue: queue)
    let period = min(policy.connectTimeout, policy.stallTimeout) / 8
    clock.schedule(deadline: .now() + period, repeating: period)
    clock.setEventHandler { [weak self] in self?.checkClock() }
    clock.resume()
    self.clock = clock
  }

  /// Ends the exchange. Later calls have no effect.
  private func end(_ outcome: Result<Void, TransferError>) {
    guard self.outcome == nil else { return }
    self.outcome = outcome
    clock?.cancel()
    session?.invalidateAndCancel()
    continuation?.resume(returning: outcome)
    (clock, session, continuation) = (nil, nil, nil)
  }

  private func checkClock() {
    func seconds(since time: DispatchTime) -> Double {
      Double(DispatchTime.now().uptimeNanoseconds - time.uptimeNanoseconds) / 1e9
    }
    if let limit = policy.totalTimeout, seconds(since: start) > limit {
      end(.failure(.failed(.tooSlow(seconds: limit))))
    } else if hasAnswer, seconds(since: lastSign) > policy.stallTimeout {
      end(.failure(.failed(.stalled(seconds: policy.stallTimeout))))
    } else if !hasAnswer, seconds(since: lastSign) > policy.connectTimeout {
      end(.failure(.failed(.noAnswer(seconds: policy.connectTimeout))))
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    // The session must not be told after it was cancelled: it would trap.
    guard outcome == nil else { return }
    completionHandler(policy.followsRedirects ? request : nil)
    if !policy.followsRedirects { end(.failure(.failed(.redirected))) }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64, totalBytesSent: Int64,
    totalBytesExpectedToSend: Int64
  ) {
    lastSign = .now()
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    guard outcome == nil, let response = response as? HTTPURLResponse else {
      return completionHandler(.cancel)
    }
    do throws(TransferError) {
      try receiver.begin(response)
      hasAnswer = true
      lastSign = .now()
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
      try receiver.receive(data)
    } catch {
      end(.failure(error))
    }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let (bytes, total) = receiver.received
    if !hasAnswer {
      let reason = error.map { ($0 as NSError).localizedDescription } ?? "the server gave no answer"
      end(.failure(.failed(.failed(reason))))
    } else if error != nil || bytes < total ?? bytes {
      end(.failure(.failed(.interrupted(received: bytes, total: total))))
    } else {
      end(.success(()))
    }
  }
}

extension HTTPURLResponse {
  /// The number of bytes of the body, if the server has said it.
  var contentLength: Int? {
    value(forHTTPHeaderField: "Content-Length").flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
  }
}

/// The reason why a transfer ended early.
package enum TransferError: Error {
  case failed(DownloadFailure.Reason)
  case cannotWrite(String)
  case cancelled
}
