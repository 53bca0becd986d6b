import Foundation
import Synchronization

/// A server that shows a preview to browsers on this machine, with a single thread for all connections.
///
/// It does not use a library: FlyingFox reads lines without a limit, and SwiftNIO is a large dependency for four
/// addresses that answer GET.
package final class PreviewServer: Sendable {
  private let listener: Mutex<ListeningSocket>
  private let wakeUp: WakeUp
  private let isEnding = Atomic(false)
  private let board: PreviewBoard
  private let limits: ServerLimits
  private let token: PreviewToken
  package let port: UInt16

  /// Creates a server and starts to listen.
  ///
  /// - Parameter port: the port, or 0 for a free one.
  package init(port: UInt16, _ board: PreviewBoard, limits: ServerLimits = ServerLimits()) throws {
    let listener = try ListeningSocket(port: port)
    self.port = listener.port
    token = PreviewToken(port: listener.port)
    self.listener = Mutex(listener)
    let wakeUp = try WakeUp()
    self.wakeUp = wakeUp
    self.board = board
    self.limits = limits
    board.onChange { wakeUp.call() }
  }

  /// The address to open first, with the token. It does not use `localhost`, for which browsers may try ::1, where
  /// another user's server could receive the token.
  package var address: String { "http://127.0.0.1:\(port)/?token=\(token.text)" }

  /// Serves until the task is cancelled, on a separate thread, since the others may be busy with training.
  ///
  /// - Throws: `CancellationError`.
  func run() async throws {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread {
          self.serve()
          continuation.resume()
        }
      }
    } onCancel: {
      stop()
    }
    try Task.checkCancellation()
  }

  /// Serves on the current thread until another thread stops the server.
  package func serve() {
    listener.withLock { listener in
      var peers = PreviewPeers(PreviewSite(token: token, board: board), limits)
      while !isEnding.load(ordering: .acquiring) { peers.turn(listener, wakeUp) }
    }
  }

  package func stop() {
    isEnding.store(true, ordering: .releasing)
    wakeUp.call()
  }
}
