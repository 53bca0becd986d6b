import NotebookReport
import Testing

@Suite struct TicksTests {
  @Test("Ticks are round and enclose the data.")
  func round() {
    #expect(Ticks(covering: 28...86, count: 5).values == [20, 30, 40, 50, 60, 70, 80, 90])
    #expect(Ticks(covering: 0...1, count: 5).values == [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1])
    #expect(Ticks(covering: 0.3...0.8, count: 5).digits == 1)
    #expect(Ticks(covering: 0...2.3, count: 5).values == [0, 0.5, 1, 1.5, 2, 2.5])
    #expect(Ticks(covering: 0...12, count: 5).values == [0, 2.5, 5, 7.5, 10, 12.5])
    #expect(Ticks(covering: 0...12, count: 5).digits == 1)
  }

  @Test("What counts has whole ticks.")
  func whole() {
    #expect(Ticks(covering: 0...14, count: 5, areWhole: true).values == [0, 2, 4, 6, 8, 10, 12, 14])
    #expect(Ticks(covering: 0...2, count: 5, areWhole: true).values == [0, 1, 2])
    #expect(Ticks(covering: 0...120, count: 5, areWhole: true).values == [0, 25, 50, 75, 100, 125])
    #expect(Ticks(covering: 0...1, count: 5, areWhole: true).values == [0, 1])
    #expect(Ticks(covering: 0...0, count: 5, areWhole: true).values.allSatisfy { $0 == $0.rounded() })
  }

  @Test("A span without extent gets one, within the limits of shares.")
  func constant() {
    #expect(
      Ticks(covering: 11.35...11.35, count: 5, within: 0...100).values == [10, 10.5, 11, 11.5, 12, 12.5])
    #expect(Ticks(covering: 100...100, count: 5, within: 0...100).span.upperBound == 100)
    #expect(Ticks(covering: 0...0, count: 5, within: 0...100).span.lowerBound == 0)
    #expect(Ticks(covering: 0...0, count: 5).values.count > 2)
  }

  @Test(
    "Extreme numbers have ticks too.",
    arguments: [
      -1.7e308...1.7e308, 0...Double.leastNonzeroMagnitude, 1e-300...2e-300, 1e15...1e15 + 1,
      -3.0 ... -2.999_999_9,
    ])
  func extremes(range: ClosedRange<Double>) {
    let ticks = Ticks(covering: range, count: 5)
    #expect((2...20).contains(ticks.values.count))
    #expect(ticks.values.allSatisfy { $0.isFinite })
  }

  @Test("Epochs are all named where there is room, otherwise round ones.")
  func epochs() {
    #expect(Ticks.epochs(to: 5, count: 12) == [1, 2, 3, 4, 5])
    #expect(Ticks.epochs(to: 10, count: 6) == [2, 4, 6, 8, 10])
    #expect(Ticks.epochs(to: 50, count: 12) == [5, 10, 15, 20, 25, 30, 35, 40, 45, 50])
    #expect(Ticks.epochs(to: 1, count: 12) == [1])
    #expect(Ticks.epochs(to: 0, count: 12) == [1])
    #expect(Ticks.epochs(to: 100_000, count: 12).count <= 12)
  }
}
