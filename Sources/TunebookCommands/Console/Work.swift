import Writing

/// Something that is being done for a cell, or for the notebook as a whole.
struct Work: Sendable {
  let name: String
  /// What it was begun as.
  let begun: Activity?
  private let start: ContinuousClock.Instant
  private(set) var activity: Activity?
  /// When the activity began.
  private var since: ContinuousClock.Instant
  private var remaining: RemainingTime?
  /// Whether a log that cannot be redrawn says what is done.
  var isLogged = false

  /// Shorter ones come and go unseen.
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

  /// What a terminal shows, until something changes.
  func bar(at now: ContinuousClock.Instant) -> String {
    let left = remaining?.text(at: now)
    guard let activity, let share = activity.share else {
      let seconds = Int(((now - since) / .seconds(1)).rounded(.down))
      let time = seconds > 0 ? " for \(seconds) s" : ""
      return joined([name, (activity?.title ?? "working") + time, activity?.detail])
    }
    return joined([name, "\(activity.title) \(Self.bar(share))", left, activity.detail])
  }

  /// What a log says, once.
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
      + String(repeating: " ", count: max(1, 4 - percent.count)) + percent + " %"
  }
}
