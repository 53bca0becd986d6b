/// One peer: it asks once, has its answer, and is let go.
final class PreviewConnection {
  typealias Instant = ContinuousClock.Instant

  /// In order of how much it matters that the connection goes on.
  enum Phase: Int, Comparable {
    case draining, reading, writing, waiting
    case done = -1

    static func < (one: Phase, other: Phase) -> Bool { one.rawValue < other.rawValue }
  }

  private(set) var phase = Phase.reading
  /// The time at which to give up, or to answer without news.
  private(set) var deadline: Instant
  let socket: Socket

  private let site: PreviewSite
  private let limits: ServerLimits
  private var reader = RequestReader()
  private var isHead = false
  private var seen = -1
  /// The parts of the answer that are not written yet.
  private var answer: [[UInt8]] = []
  private var offset = 0
  private var leftover: Int

  /// The most that one peer is given or read from before it is another's turn.
  private static let share = 1 << 18

  init(_ socket: Socket, _ site: PreviewSite, _ limits: ServerLimits, now: Instant) {
    self.socket = socket
    self.site = site
    self.limits = limits
    leftover = limits.leftover
    deadline = now + limits.heading
  }

  /// Goes on as far as the peer lets it.
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
    // A head is no longer than the reader allows, so that this ends.
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
    // One that has gone is noticed by its end, so that it takes no place.
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
    // Closing while bytes of the peer are unread would take the answer away from it.
    socket.finishWriting()
    phase = .draining
    deadline = now + limits.lingering
    skip()
  }

  /// Takes what a peer says after its request, up to a limit.
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
