import Datasets
import Diagnostics
import Foundation
import NotebookRunner
import Synchronization

/// Says what is going on: a line for each epoch, and a bar for each work that takes longer than a moment; in a log,
/// where nothing can be taken back, a line for each such work.
package final class Console: Sendable {
  private struct State {
    var works: [Int: Work] = [:]
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

  /// The number of what is done for the notebook as a whole, behind all cells.
  private static let aside = Int.max

  /// - Parameters:
  ///   - heading: stands above the first line, if there is one.
  ///   - cells: the names of all cells, so that their lines are aligned.
  package init(heading: String? = nil, cells: [String] = [], isQuiet: Bool = false, screen: Screen) {
    self.heading = heading
    nameWidth = min(24, cells.map { displayWidth(of: $0) }.max() ?? 0)
    self.isQuiet = isQuiet
    self.screen = screen
  }

  /// A console on standard error, which also says of works without news that they go on.
  static func ticking(heading: String? = nil, cells: [String] = [], isQuiet: Bool = false) -> Console {
    let console = Console(heading: heading, cells: cells, isQuiet: isQuiet, screen: .standardError)
    // A thread of its own, however busy the others are with training.
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
      case .started(let cell): state.works[cell.index] = Work(padded(cell.name), at: now)
      case .progress(let cell, let progress):
        // The line of an epoch says what is done.
        if case .epoch = progress { state.works[cell.index]?.isLogged = true }
        update(&state, cell.index, name: padded(cell.name), Activity(progress), at: now)
        if case .epoch(let epoch, let count, let values) = progress {
          say(
            ["\(padded(cell.name))  Epoch \(epoch)/\(count)  \(Activity.text(of: values))"], &state, at: now)
        }
      case .finished(let cell, _): update(&state, cell.index, name: "", nil, at: now)
      }
    }
  }

  /// Begins what is done for the notebook as a whole; what was done before is done.
  package func begin(_ title: String, for name: String) {
    guard !isQuiet else { return }
    let now = screen.now()
    state.withLock { $0.works[Self.aside] = Work(name, Activity(title), at: now) }
  }

  /// Ends what was begun last.
  package func end() {
    let now = screen.now()
    state.withLock { update(&$0, Self.aside, name: "", nil, at: now) }
  }

  /// How far that has come which was begun last, or what is done for it now.
  package func report(_ progress: DatasetProgress) { report { _ in Activity(progress) } }

  /// What share is done of that which was begun last.
  package func report(share: Double) { report { begun in Activity(begun.title, share: share) } }

  private func report(_ activity: (_ begun: Activity) -> Activity) {
    guard !isQuiet else { return }
    let now = screen.now()
    state.withLock { state in
      guard let work = state.works[Self.aside], let begun = work.begun else { return }
      update(&state, Self.aside, name: work.name, activity(begun), at: now)
    }
  }

  /// Brings all bars up to date.
  ///
  /// - Returns: whether there is more to come.
  package func tick() -> Bool {
    let now = screen.now()
    return state.withLock { state in
      if state.isFinished { return false }
      if screen.isTerminal { say([], &state, at: now) } else { log(&state, at: now) }
      return true
    }
  }

  /// Takes the bars away.
  package func finish() {
    let now = screen.now()
    state.withLock { state in
      state.works = [:]
      state.isFinished = true
      say([], &state, at: now)
    }
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, nameWidth - displayWidth(of: name)))
  }

  /// - Parameter activity: `nil` where there is nothing more to do.
  private func update(
    _ state: inout State, _ index: Int, name: String, _ activity: Activity?, at now: ContinuousClock.Instant
  ) {
    guard let activity else {
      if state.works.removeValue(forKey: index) != nil { say([], &state, at: now) }
      return
    }
    state.works[index, default: Work(name, at: now)].update(activity, at: now)
    if let last = state.lastDrawing, now - last < .milliseconds(50) { return }
    if screen.isTerminal { say([], &state, at: now) } else { log(&state, at: now) }
  }

  /// In a log, what has been going on for a while and has not been said; who waits for another is not named.
  private func log(_ state: inout State, at now: ContinuousClock.Instant) {
    let isBusy = state.works.contains { $0.value.activity != nil }
    for (index, work) in state.works.sorted(by: { $0.key < $1.key })
    where work.isLogDue(at: now) && (work.activity != nil || !isBusy) {
      state.works[index]?.isLogged = true
      say([work.line(at: now)], &state, at: now)
    }
  }

  /// Puts lines above the bars, and draws these anew.
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
    // A line that wrapped would take two rows, and could not be taken away again.
    let width = screen.width() - 1
    return state.works.sorted { $0.key < $1.key }.filter { $0.value.isShown(at: now) }.map {
      TerminalText.clean(lines: $0.value.bar(at: now).replacing("\n", with: " ")).prefix(columns: width)
    }
  }
}

extension String {
  /// As much of the beginning as has room in so many columns of a terminal.
  fileprivate func prefix(columns: Int) -> String {
    var room = columns
    return String(
      prefix { character in
        room -= displayWidth(of: String(character))
        return room >= 0
      })
  }
}
