import Foundation

/// A pipe with which any thread can wake the one that waits for sockets.
final class WakeUp: Sendable {
  /// The descriptor that is readable after a call.
  let descriptor: Int32
  private let entrance: Int32

  init() throws(CommandProblem) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .cannotServe(port: 0, reason: "no more files can be opened") }
    (descriptor, entrance) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(descriptor)
    close(entrance)
  }

  /// Wakes the thread. A full pipe is no problem, since the calls in it are still to be received.
  func call() {
    var byte: UInt8 = 1
    _ = write(entrance, &byte, 1)
  }

  /// Receives all calls.
  func hear() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
