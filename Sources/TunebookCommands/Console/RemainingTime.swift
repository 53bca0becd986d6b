/// How long a work still takes, judged by how long the part of it took that was seen.
package struct RemainingTime: Sendable {
  private typealias Point = (share: Double, instant: ContinuousClock.Instant)

  private let start: Point
  private var last: Point

  /// What is seen in less time says little.
  private static let shortest = 0.4

  /// - Parameter share: what was done before; a work may go on from where an earlier run stood.
  package init(share: Double, at instant: ContinuousClock.Instant) {
    start = (share, instant)
    last = start
  }

  package mutating func update(share: Double, at instant: ContinuousClock.Instant) { last = (share, instant) }

  /// - Returns: `nil` before enough is done to judge by.
  package func seconds(at now: ContinuousClock.Instant) -> Double? {
    let done = last.share - start.share
    let time = (last.instant - start.instant) / .seconds(1)
    guard done > 0, time >= Self.shortest else { return nil }
    let end = time / done * (1 - start.share)
    return max(0, end - (now - start.instant) / .seconds(1))
  }

  /// In words, in whole seconds for as long as they are few: `12 s left`.
  package func text(at now: ContinuousClock.Instant) -> String? {
    seconds(at: now).map { seconds in
      seconds < 99.5
        ? "\(max(1, Int(seconds.rounded(.up)))) s left" : "\(ForecastTable.Duration(seconds).text) left"
    }
  }
}
