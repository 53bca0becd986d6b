import Dispatch
import Foundation

/// Ctrl-C and a request to end: the work stops where it can, and what it wrote before stays.
enum Interruption {
  /// Runs work that is cancelled on SIGINT and SIGTERM; a second signal ends the process at once.
  static func cancelling<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let task = Task { try await work() }
    // A queue of its own has a thread of its own, however busy the others are with training.
    let queue = DispatchQueue(label: "tunebook.signals")
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if task.isCancelled { _exit(130) }
        task.cancel()
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
    return try await task.value
  }
}
