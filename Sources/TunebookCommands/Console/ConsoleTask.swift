import Writing

/// A task for a cell, or for the notebook as a whole.
struct ConsoleTask: Sendable {
  let name: String
  /// The activity with which the task began.
  let begun: Activity?
  private let start: ContinuousClock.Instant
  private(set) var activity: Activity?
  /// The time at which the activity began.
  private var since: ContinuousClock.Instant
  private var remaining: RemainingTime?
  /// A Boolean value that is true once a log has a line for the task.
  var isLogged = false

  /// The duration below which a task is not shown.
  private static let worthShowing = Duration.milliseconds(500)

  init(_ name: String, _ activity: Activity? = nil, at now: ContinuousClock.Instant) {
    self.name = name
    begun = activity
    start = now
    since = now
    if let activity { update(activity, at: now) }
  }

  mutating func update(_ activity: Activity, at now: ContinuousClock.Instant) {
    if activity.kind != self.activity?.kind {
      since = now
      isLogged = false
      remaining = nil
    }
    if let done = activity.done {
      if remaining == nil { remaining = RemainingTime(share: done, at: now) }
      remaining?.update(share: done, at: now)
    }
    self.activity = activity
  }

  func isShown(at now: ContinuousClock.Instant) -> Bool { now - start >= Self.worthShowing }

  func isLogDue(at now: ContinuousClock.Instant) -> Bool { !isLogged && now - since >= Self.worthShowing }

  /// Returns the progress bar of a terminal.
  func bar(at now: ContinuousClock.Instant) -> String {
    let left = remaining?.text(at: now)
    guard let activity, let share = activity.share else {
      let seconds = Int(((now - since) / .seconds(1)).rounded(.down))
      let time = seconds > 0 ? " for \(seconds) s" : ""
      return joined([name, (activity?.title ?? "working") + time, activity?.detail])
    }
    return joined([name, "\(activity.title) \(Self.bar(share))", left, activity.detail])
  }

  /// Returns the line of a log.
  func line(at now: ContinuousClock.Instant) -> String {
    let parts = [activity?.kind ?? "working", remaining?.text(at: now)].compactMap(\.self)
    return joined([name, parts.joined(separator: ", ")])
  }

  private func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private static func bar(_ share: Double) -> String {
    let width = 24
    let share = min(max(share, 0), 1)
    let full = Int((share * Double(width)).rounded())
    let percent = NumberFormat.fixed(share * 100, digits: 0)
    return String(repeating: "━", count: full) + String(repeating: "─", count: width - full)
      + String(repeating: " ", count: max(1, 4 - percent.count)) + percent + "%"
  }
}
