import Foundation

/// The connections of a preview.
struct PreviewPeers {
  private let site: PreviewSite
  private let limits: ServerLimits
  private var connections: [PreviewConnection] = []
  /// Until when nobody is let in, after the system had no room for one more.
  private var pause: ContinuousClock.Instant?
  private let clock = ContinuousClock()

  /// The most that are let in before those inside have their turn.
  private static let most = 64

  init(_ site: PreviewSite, _ limits: ServerLimits) {
    self.site = site
    self.limits = limits
  }

  /// Waits until somebody can go on, or has run out of time, and lets all go on that can.
  mutating func turn(_ listener: ListeningSocket, _ wakeUp: WakeUp) {
    let accepts = pause == nil
    var waits = [
      pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: accepts ? listener.socket.descriptor : -1, events: Int16(POLLIN), revents: 0),
    ]
    waits += connections.map { pollfd(fd: $0.socket.descriptor, events: $0.phase.events, revents: 0) }
    _ = poll(&waits, nfds_t(waits.count), timeout)
    if waits[0].revents != 0 { wakeUp.hear() }

    let now = clock.now
    for (connection, wait) in zip(connections, waits.dropFirst(2)) {
      if wait.revents != 0 || connection.deadline <= now || connection.phase == .waiting {
        connection.advance(now: now)
      }
    }
    if let end = pause, end <= now { pause = nil }
    if waits[1].revents != 0 { letIn(listener, now) }
    connections.removeAll { $0.phase == .done }
  }

  /// Milliseconds until the next deadline.
  private var timeout: Int32 {
    let deadlines = connections.map(\.deadline) + [pause].compactMap(\.self)
    guard let next = deadlines.min() else { return 60_000 }
    return Int32(min(max((next - clock.now) / .milliseconds(1), 0), 59_999)) + 1
  }

  private mutating func letIn(_ listener: ListeningSocket, _ now: ContinuousClock.Instant) {
    var isRetry = false
    for _ in 0..<Self.most {
      switch listener.accept() {
      case .nobody: return
      case .exhausted:
        if !isRetry, dropLeast() {
          isRetry = true
          continue
        }
        // Whoever waits would wake this thread again and again.
        pause = now + .milliseconds(100)
        return
      case .connection(let socket):
        isRetry = false
        if connections.count >= limits.connections { dropLeast() }
        let connection = PreviewConnection(socket, site, limits, now: now)
        // Whoever has asked already is answered before others can crowd it out.
        connection.advance(now: now)
        if connection.phase != .done { connections.append(connection) }
      }
    }
  }

  /// Closes the connection that matters least, and of several such the oldest.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  private mutating func dropLeast() -> Bool {
    guard let phase = connections.map(\.phase).min(),
      let index = connections.firstIndex(where: { $0.phase == phase })
    else { return false }
    connections.remove(at: index)
    return true
  }
}

extension PreviewConnection.Phase {
  /// The events to wait for.
  fileprivate var events: Int16 { Int16(self == .writing ? POLLOUT : POLLIN) }
}
