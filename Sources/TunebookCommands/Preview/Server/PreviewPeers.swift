import Foundation

/// The connections of a preview.
struct PreviewPeers {
  private let site: PreviewSite
  private let limits: ServerLimits
  private var connections: [PreviewConnection] = []
  /// The time until which no connection is accepted, after the system ran out of resources.
  private var pause: ContinuousClock.Instant?
  private let clock = ContinuousClock()

  /// The maximum number of connections accepted before the existing ones have their turn.
  private static let most = 64

  init(_ site: PreviewSite, _ limits: ServerLimits) {
    self.site = site
    self.limits = limits
  }

  /// Waits for an event or a deadline, and advances all connections that are ready.
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

  /// The number of milliseconds until the next deadline.
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
        // A waiting peer would wake this thread again and again.
        pause = now + .milliseconds(100)
        return
      case .connection(let socket):
        isRetry = false
        if connections.count >= limits.connections { dropLeast() }
        let connection = PreviewConnection(socket, site, limits, now: now)
        // A peer that has sent its request is answered before others can displace it.
        connection.advance(now: now)
        if connection.phase != .done { connections.append(connection) }
      }
    }
  }

  /// Closes the oldest of the least important connections.
  ///
  /// - Returns: false if there was none.
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
