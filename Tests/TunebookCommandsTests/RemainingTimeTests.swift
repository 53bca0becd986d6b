import Testing
import TunebookCommands

@Suite struct RemainingTimeTests {
  private let start = ContinuousClock.now

  private func remaining(from share: Double, _ points: (Double, Double)...) -> RemainingTime {
    var remaining = RemainingTime(share: share, at: start)
    for (share, seconds) in points { remaining.update(share: share, at: start + .seconds(seconds)) }
    return remaining
  }

  @Test("What is left takes as long as what was done, by shares, and the time goes down between two reports.")
  func shares() {
    let remaining = remaining(from: 0, (0.25, 10))
    #expect(remaining.seconds(at: start + .seconds(10)) == 30)
    #expect(remaining.seconds(at: start + .seconds(25)) == 15)
    #expect(remaining.seconds(at: start + .seconds(99)) == 0)
  }

  @Test("What an earlier run did is not counted as done in no time.")
  func continued() {
    #expect(remaining(from: 0.5, (0.75, 10)).seconds(at: start + .seconds(10)) == 10)
  }

  @Test("Nothing is said of what has hardly begun or has not moved.")
  func early() {
    #expect(remaining(from: 0, (0.5, 0.3)).seconds(at: start + .seconds(0.3)) == nil)
    #expect(remaining(from: 0.2, (0.2, 5)).seconds(at: start + .seconds(5)) == nil)
  }

  @Test("Seconds are whole, and never none; minutes and hours are said as such.")
  func words() {
    func text(_ seconds: Double) -> String? {
      remaining(from: 0, (0.5, seconds)).text(at: start + .seconds(seconds))
    }
    #expect(
      [text(0.4), text(41.2), text(300), text(9000)] == ["1 s left", "42 s left", "5 min left", "2.5 h left"])
    #expect(remaining(from: 0, (0.5, 2)).text(at: start + .seconds(60)) == "1 s left")
  }
}
