import Foundation
import Synchronization

/// Serves a preview to a browser on this machine: one thread that waits for all peers, and none that waits for one.
///
/// It is no library's: FlyingFox reads lines without a limit, and SwiftNIO is a large dependency for four addresses
/// that answer GET.
package final class PreviewServer: Sendable {
  private let listener: Mutex<ListeningSocket>
  private let wakeUp: WakeUp
  private let isEnding = Atomic(false)
  private let board: PreviewBoard
  private let limits: ServerLimits
  private let token: PreviewToken
  package let port: UInt16

  /// Listens from now on.
  ///
  /// - Parameter port: 0 takes a free one.
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

  /// The address of the first view, with the token. It does not say `localhost`, for which browsers may ask ::1, where
  /// another user's server could receive the token.
  package var address: String { "http://127.0.0.1:\(port)/?token=\(token.text)" }

  /// Answers until the task is cancelled, on a thread of its own, however busy the others are with training.
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

  /// Answers on this thread until it is stopped from another.
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
