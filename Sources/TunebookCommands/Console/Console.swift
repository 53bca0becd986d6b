import Datasets
import Diagnostics
import Foundation
import NotebookRunner
import Synchronization

/// A reporter of progress: a line for each epoch, and a progress bar for each task that takes more than a moment.
///
/// In a log, where nothing can be erased, such a task has one line instead of a bar.
package final class Console: Sendable {
  private struct State {
    var tasks: [Int: ConsoleTask] = [:]
    var drawnLines = 0
    var lastDrawing: ContinuousClock.Instant?
    var isFinished = false
    var isHeaded = false
  }

  private let state = Mutex(State())
  private let heading: String?
  private let nameWidth: Int
  private let isQuiet: Bool
  private let screen: Screen

  /// The number of work for the notebook as a whole, sorted after all cells.
  private static let aside = Int.max

  /// - Parameters:
  ///   - heading: a line printed above the first one.
  ///   - cells: the names of all cells, so that their lines are aligned.
  package init(heading: String? = nil, cells: [String] = [], isQuiet: Bool = false, screen: Screen) {
    self.heading = heading
    nameWidth = min(24, cells.map { displayWidth(of: $0) }.max() ?? 0)
    self.isQuiet = isQuiet
    self.screen = screen
  }

  /// Returns a console on standard error, with a timer for tasks that do not report progress themselves.
  static func ticking(heading: String? = nil, cells: [String] = [], isQuiet: Bool = false) -> Console {
    let console = Console(heading: heading, cells: cells, isQuiet: isQuiet, screen: .standardError)
    // A separate thread, since the others may be busy with training.
    if !isQuiet {
      Thread.detachNewThread { [weak console] in
        repeat { Thread.sleep(forTimeInterval: 0.2) } while console?.tick() == true
      }
    }
    return console
  }

  static func print(_ text: String) { Screen.standardError.write(TerminalText.clean(lines: text) + "\n") }

  static func print(_ problem: some Problem, severity: Severity = .error) {
    let screen = Screen.standardError
    screen.write(DiagnosticText.render(problem, severity: severity, usesColor: screen.isTerminal))
  }

  static func print(_ diagnostics: [Diagnostic], in source: SourceFile) {
    let screen = Screen.standardError
    screen.write(DiagnosticText(source: source, usesColor: screen.isTerminal).render(diagnostics) + "\n")
  }

  package func receive(_ event: RunEvent) {
    guard !isQuiet else { return }
    let now = screen.now()
    state.withLock { state in
      switch event {
      case .started(let cell): state.tasks[cell.index] = ConsoleTask(padded(cell.name), at: now)
      case .progress(let cell, let progress):
        // The line of an epoch already reports the task.
        if case .epoch = progress { state.tasks[cell.index]?.isLogged = true }
        update(&state, cell.index, name: padded(cell.name), Activity(progress), at: now)
        if case .epoch(let epoch, let count, let values, let earlyEnd) = progress {
          let lines =
            ["Epoch \(epoch)/\(count)  \(Activity.text(of: values))"]
            + (earlyEnd.map { ["Training ended after \(epoch) of \(count) epochs. \($0)"] } ?? [])
          say(lines.map { "\(padded(cell.name))  \($0)" }, &state, at: now)
        }
      case .finished(let cell, _): update(&state, cell.index, name: "", nil, at: now)
      }
    }
  }

  /// Begins a task for the notebook as a whole, and ends the one before.
  package func begin(_ title: String, for name: String) {
    guard !isQuiet else { return }
    let now = screen.now()
    state.withLock { $0.tasks[Self.aside] = ConsoleTask(name, Activity(title), at: now) }
  }

  /// Ends the last task that was begun.
  package func end() {
    let now = screen.now()
    state.withLock { update(&$0, Self.aside, name: "", nil, at: now) }
  }

  /// Reports the progress of the last task that was begun, or its current part.
  package func report(_ progress: DatasetProgress) { report { _ in Activity(progress) } }

  /// Reports the share of the last task that is done.
  package func report(share: Double) { report { begun in Activity(begun.title, share: share) } }

  private func report(_ activity: (_ begun: Activity) -> Activity) {
    guard !isQuiet else { return }
    let now = screen.now()
    state.withLock { state in
      guard let work = state.tasks[Self.aside], let begun = work.begun else { return }
      update(&state, Self.aside, name: work.name, activity(begun), at: now)
    }
  }

  /// Updates all progress bars.
  ///
  /// - Returns: true until the console is finished.
  package func tick() -> Bool {
    let now = screen.now()
    return state.withLock { state in
      if state.isFinished { return false }
      if screen.isTerminal { say([], &state, at: now) } else { log(&state, at: now) }
      return true
    }
  }

  /// Removes the progress bars.
  package func finish() {
    let now = screen.now()
    state.withLock { state in
      state.tasks = [:]
      state.isFinished = true
      say([], &state, at: now)
    }
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, nameWidth - displayWidth(of: name)))
  }

  /// - Parameter activity: the activity, or `nil` if the work has ended.
  private func update(
    _ state: inout State, _ index: Int, name: String, _ activity: Activity?, at now: ContinuousClock.Instant
  ) {
    guard let activity else {
      if state.tasks.removeValue(forKey: index) != nil { say([], &state, at: now) }
      return
    }
    state.tasks[index, default: ConsoleTask(name, at: now)].update(activity, at: now)
    if let last = state.lastDrawing, now - last < .milliseconds(50) { return }
    if screen.isTerminal { say([], &state, at: now) } else { log(&state, at: now) }
  }

  /// Prints, in a log, tasks that have been running for a while and were not reported yet, without those that wait.
  private func log(_ state: inout State, at now: ContinuousClock.Instant) {
    let isBusy = state.tasks.contains { $0.value.activity != nil }
    for (index, work) in state.tasks.sorted(by: { $0.key < $1.key })
    where work.isLogDue(at: now) && (work.activity != nil || !isBusy) {
      state.tasks[index]?.isLogged = true
      say([work.line(at: now)], &state, at: now)
    }
  }

  /// Prints lines above the progress bars, and draws the bars again.
  private func say(_ lines: [String], _ state: inout State, at now: ContinuousClock.Instant) {
    let bars = screen.isTerminal ? self.bars(state, at: now) : []
    state.lastDrawing = now
    let erasure = state.drawnLines > 0 ? "\u{1B}[\(state.drawnLines)A\u{1B}[J" : ""
    var lines = lines
    if !lines.isEmpty, !state.isHeaded {
      state.isHeaded = true
      lines = [heading].compactMap(\.self) + lines
    }
    let text = erasure + (lines.map { TerminalText.clean(lines: $0) } + bars).map { $0 + "\n" }.joined()
    if !text.isEmpty { screen.write(text) }
    state.drawnLines = bars.count
  }

  private func bars(_ state: State, at now: ContinuousClock.Instant) -> [String] {
    // A wrapped line would take two rows and could not be erased.
    let width = screen.width() - 1
    return state.tasks.sorted { $0.key < $1.key }.filter { $0.value.isShown(at: now) }.map {
      TerminalText.clean(lines: $0.value.bar(at: now).replacing("\n", with: " ")).prefix(columns: width)
    }
  }
}

extension String {
  /// Returns the longest prefix that fits in a number of terminal columns.
  fileprivate func prefix(columns: Int) -> String {
    var room = columns
    return String(
      prefix { character in
        room -= displayWidth(of: String(character))
        return room >= 0
      })
  }
}
