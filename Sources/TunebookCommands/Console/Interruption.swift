import Dispatch
import Foundation

/// The handling of Ctrl-C and termination requests: work is cancelled, and what it has written is kept.
enum Interruption {
  /// Runs work that SIGINT and SIGTERM cancel; a second signal exits at once.
  static func cancelling<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let task = Task { try await work() }
    // A separate queue has its own thread, since the others may be busy with training.
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
