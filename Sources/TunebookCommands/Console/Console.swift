import Diagnostics
import Foundation
import NotebookResults
import NotebookRunner
import Synchronization

/// Shows a run on standard error: a line for each epoch, and on a terminal a bar for each cell at work.
final class Console: Sendable {
  private struct State {
    var bars: [Int: String] = [:]
    var drawnLines = 0
    var lastDrawing: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let nameWidth: Int
  private let isTerminal: Bool
  private let isQuiet: Bool

  /// - Parameter cells: the names of all cells, so that their lines are aligned.
  init(cells: [String], isTerminal: Bool, isQuiet: Bool) {
    nameWidth = min(24, cells.map { displayWidth(of: $0) }.max() ?? 0)
    self.isTerminal = isTerminal
    self.isQuiet = isQuiet
  }

  static var isTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// The width of the terminal at a descriptor; 80 where none is there.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  static func print(_ text: String) { write(TerminalText.clean(lines: text) + "\n") }

  /// What cannot be said, for no one listens, is no reason to stop the work.
  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static func print(_ problem: some Problem, severity: Severity = .error) {
    write(DiagnosticText.render(problem, severity: severity, usesColor: isTerminal))
  }

  static func print(_ diagnostics: [Diagnostic], in source: SourceFile) {
    write(DiagnosticText(source: source, usesColor: isTerminal).render(diagnostics) + "\n")
  }

  func receive(_ event: RunEvent) {
    guard !isQuiet else { return }
    state.withLock { state in
      switch event {
      case .started: break
      case .progress(let cell, let progress):
        let line = ProgressLine(name: padded(cell.name), progress: progress)
        if let permanent = line.permanent { say(permanent, &state) }
        if isTerminal, let bar = line.bar {
          state.bars[cell.index] = bar
          redraw(&state, force: false)
        }
      case .finished(let cell, _):
        if state.bars.removeValue(forKey: cell.index) != nil { redraw(&state, force: true) }
      }
    }
  }

  /// Takes the bars away.
  func finish() {
    state.withLock { state in
      state.bars = [:]
      redraw(&state, force: true)
    }
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, nameWidth - displayWidth(of: name)))
  }

  private func say(_ line: String, _ state: inout State) {
    erase(&state)
    Self.print(line)
    redraw(&state, force: true)
  }

  private func erase(_ state: inout State) {
    guard state.drawnLines > 0 else { return }
    Self.write("\u{1B}[\(state.drawnLines)A\u{1B}[J")
    state.drawnLines = 0
  }

  private func redraw(_ state: inout State, force: Bool) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    if !force, let last = state.lastDrawing, now - last < .milliseconds(50) { return }
    state.lastDrawing = now
    erase(&state)
    // A line that wrapped would take two rows, and could not be taken away again.
    let width = Self.width(of: STDERR_FILENO) - 1
    let lines = state.bars.sorted { $0.key < $1.key }.map { String($0.value.prefix(width)) }
    guard !lines.isEmpty else { return }
    Self.write(lines.joined(separator: "\n") + "\n")
    state.drawnLines = lines.count
  }
}
