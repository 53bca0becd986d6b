import NotebookRunner
import Synchronization
import TunebookCommands

/// A console on a screen that is kept in memory, at a time that the test sets.
final class TerminalRecording: Sendable {
  private let written = Mutex("")
  private let time = Mutex(ContinuousClock.now)
  private let isTerminal: Bool
  private let columns: Int

  init(isTerminal: Bool = true, columns: Int = 80) {
    self.isTerminal = isTerminal
    self.columns = columns
  }

  func console(heading: String? = nil, cells: [String] = [], isQuiet: Bool = false) -> Console {
    Console(
      heading: heading, cells: cells, isQuiet: isQuiet,
      screen: Screen(
        isTerminal: isTerminal, width: { self.columns }, now: { self.time.withLock(\.self) },
        write: { text in self.written.withLock { $0 += text } }))
  }

  func wait(_ seconds: Double) { time.withLock { $0 += .seconds(seconds) } }

  /// All that was ever written, to which a log is equal.
  var log: [String] { written.withLock { $0.split(separator: "\n").map(String.init) } }

  /// What stands on the screen: each erasure takes as many lines away as it says.
  var shown: [String] {
    var lines: [String] = []
    for part in written.withLock({ $0 }).split(separator: "\u{1B}[J", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
      lines += pieces[0].split(separator: "\n").map(String.init)
      if pieces.count > 1, let count = Int(pieces[1].dropLast()) { lines.removeLast(count) }
    }
    return lines
  }

  static func cell(_ name: String, _ index: Int = 0) -> CellIdentity {
    CellIdentity(index: index, directive: "fit", name: name)
  }
}
