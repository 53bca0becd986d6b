/// An estimate of the remaining time of a task, from the time that the observed part took.
package struct RemainingTime: Sendable {
  private typealias Point = (share: Double, instant: ContinuousClock.Instant)

  private let start: Point
  private var last: Point

  /// The shortest observation, in seconds, that allows an estimate.
  private static let shortest = 0.4

  /// - Parameter share: the share that an earlier run had done.
  package init(share: Double, at instant: ContinuousClock.Instant) {
    start = (share, instant)
    last = start
  }

  package mutating func update(share: Double, at instant: ContinuousClock.Instant) { last = (share, instant) }

  /// Returns the remaining seconds, or `nil` if too little is done for an estimate.
  package func seconds(at now: ContinuousClock.Instant) -> Double? {
    let done = last.share - start.share
    let time = (last.instant - start.instant) / .seconds(1)
    guard done > 0, time >= Self.shortest else { return nil }
    let end = time / done * (1 - start.share)
    return max(0, end - (now - start.instant) / .seconds(1))
  }

  /// Returns the remaining time as text, such as `12 s left`.
  package func text(at now: ContinuousClock.Instant) -> String? {
    seconds(at: now).map { seconds in
      seconds < 99.5
        ? "\(max(1, Int(seconds.rounded(.up)))) s left" : "\(ForecastTable.Duration(seconds).text) left"
    }
  }
}
