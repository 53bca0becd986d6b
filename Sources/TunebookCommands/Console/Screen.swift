import Foundation

/// The output of a console.
package struct Screen: Sendable {
  /// A Boolean value that is true for a terminal, on which lines can be erased.
  let isTerminal: Bool
  /// The width in columns.
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

  /// Standard error. A failure to write does not stop the work.
  static let standardError = Screen(
    isTerminal: isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb",
    width: { width(of: STDERR_FILENO) },
    write: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) })

  /// Returns the width of the terminal at a descriptor, or 80 without a terminal.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
