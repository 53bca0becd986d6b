import Options
import Testing

@Suite struct IntervalTests {
  @Test("Closed bounds belong to an interval, open ones do not.")
  func bounds() {
    #expect(Interval.atLeast(1).contains(1) && !Interval.atLeast(1).contains(0.5))
    #expect(!Interval.positive.contains(0) && Interval.positive.contains(1e-9))
    #expect(Interval.within(0...1).contains(1) && !Interval.within(0..<1).contains(1))
    #expect(!Interval.between(0, 1).contains(0) && !Interval.between(0, 1).contains(1))
  }

  @Test("What is not finite is in no interval.", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(!Interval.any.contains(value))
  }

  @Test("An interval reads as the object of \"must be\".")
  func description() {
    #expect("\(Interval.within(0..<1))" == "at least 0 and below 1")
    #expect("\(Interval.between(0, 0.5))" == "above 0 and below 0.5")
    #expect("\(Interval.atLeast(1))" == "at least 1")
    #expect("\(Interval.any)" == "finite")
  }
}
