/// A connection to one peer, for one request and its response.
final class PreviewConnection {
  typealias Instant = ContinuousClock.Instant

  /// The phase of a connection, in order of importance.
  enum Phase: Int, Comparable {
    case draining, reading, writing, waiting
    case done = -1

    static func < (one: Phase, other: Phase) -> Bool { one.rawValue < other.rawValue }
  }

  private(set) var phase = Phase.reading
  /// The time at which the connection is closed, or answered without news.
  private(set) var deadline: Instant
  let socket: Socket

  private let site: PreviewSite
  private let limits: ServerLimits
  private var reader = RequestReader()
  private var isHead = false
  private var seen = -1
  /// The parts of the response that are not written yet.
  private var answer: [[UInt8]] = []
  private var offset = 0
  private var leftover: Int

  /// The maximum number of bytes read or written before it is another peer's turn.
  private static let share = 1 << 18

  init(_ socket: Socket, _ site: PreviewSite, _ limits: ServerLimits, now: Instant) {
    self.socket = socket
    self.site = site
    self.limits = limits
    leftover = limits.leftover
    deadline = now + limits.heading
  }

  /// Reads and writes as far as possible without waiting.
  func advance(now: Instant) {
    switch phase {
    case .reading: read(now)
    case .waiting: tellNews(now)
    case .writing: write(now)
    case .draining: skip()
    case .done: break
    }
    if now >= deadline, phase != .waiting { phase = .done }
  }

  private func read(_ now: Instant) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    // The reader limits the length of a head, so this loop ends.
    while phase == .reading {
      switch socket.read(into: &buffer) {
      case .nothing: return
      case .end: phase = .done
      case .bytes(let count):
        switch reader.read(buffer[..<count]) {
        case .incomplete: break
        case .refused(let status): respond(Response(status, "The request is too long or malformed."), now)
        case .complete(let request):
          isHead = request.method == "HEAD"
          switch site.answer(to: request) {
          case .now(let response): respond(response, now)
          case .state(let seen):
            self.seen = seen
            phase = .waiting
            deadline = now + limits.patience
            tellNews(now)
          }
        }
      }
    }
  }

  private func tellNews(_ now: Instant) {
    // Reading detects a closed connection, so that it does not take up a place.
    skip()
    let (state, revision) = site.board.current
    guard phase == .waiting, revision != seen || now >= deadline else { return }
    respond(Response(.ok, .json, Array(state.json(revision: revision).text.utf8)), now)
  }

  private func respond(_ response: Response, _ now: Instant) {
    answer = isHead ? [response.head] : [response.head, response.body]
    phase = .writing
    deadline = now + limits.writing
    write(now)
  }

  private func write(_ now: Instant) {
    var room = Self.share
    while let part = answer.first {
      if offset == part.count {
        answer.removeFirst()
        offset = 0
        continue
      }
      if room <= 0 { return }
      switch socket.write(part, from: offset, atMost: room) {
      case .full: return
      case .end: return phase = .done
      case .bytes(let count):
        offset += count
        room -= count
        deadline = now + limits.writing
      }
    }
    // Closing with unread bytes would discard the response.
    socket.finishWriting()
    phase = .draining
    deadline = now + limits.lingering
    skip()
  }

  /// Discards bytes after the request, up to a limit.
  private func skip() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while phase != .done {
      switch socket.read(into: &buffer) {
      case .nothing: return
      case .end: phase = .done
      case .bytes(let count):
        leftover -= count
        if leftover < 0 { phase = .done }
      }
    }
  }
}
