import Foundation

/// Where a console writes.
package struct Screen: Sendable {
  /// Whether lines can be taken back.
  let isTerminal: Bool
  /// In columns.
  let width: @Sendable () -> Int
  let now: @Sendable () -> ContinuousClock.Instant
  let write: @Sendable (String) -> Void

  package init(
    isTerminal: Bool, width: @escaping @Sendable () -> Int,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now },
    write: @escaping @Sendable (String) -> Void
  ) {
    self.isTerminal = isTerminal
    self.width = width
    self.now = now
    self.write = write
  }

  /// What cannot be said, for no one listens, is no reason to stop the work.
  static let standardError = Screen(
    isTerminal: isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb",
    width: { width(of: STDERR_FILENO) },
    write: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) })

  /// The width of the terminal at a descriptor; 80 where none is there.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
