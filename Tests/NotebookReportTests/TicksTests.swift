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

  @Test("Ticks are those of published examples.")
  func published() {
    // P. Heckbert, "Nice numbers for graph labels", 1990, for five ticks or so.
    #expect(Ticks(covering: 105...543, count: 5).values == [100, 200, 300, 400, 500, 600])
    let fine = Ticks(covering: 2.03...2.17, count: 4)
    #expect(fine.values.count == 5 && fine.digits == 2)
    #expect(zip(fine.values, [2, 2.05, 2.1, 2.15, 2.2]).allSatisfy { abs($0 - $1) < 1e-12 })
    // J. Talbot et al., "An extension of Wilkinson's algorithm", 2010, has 8 to 14 in steps of 2; here the data is
    // enclosed.
    #expect(Ticks(covering: 8.1...14.1, count: 4).values == [8, 10, 12, 14, 16])
  }

  @Test("A logarithmic axis has powers of ten, or 1, 2 and 5 times these where it is short.")
  func logarithmic() {
    #expect(LogTicks(covering: [0.3, 2.3], count: 5).values == [0.2, 0.5, 1, 2, 5])
    #expect(LogTicks(covering: [0.002, 30], count: 5).values == [0.001, 0.01, 0.1, 1, 10, 100])
    #expect(LogTicks(covering: [1, 10], count: 5).values == [1, 2, 5, 10])
    #expect(LogTicks(covering: [1e-12, 1], count: 5).values == [1e-12, 1e-9, 1e-6, 1e-3, 1])
    #expect(LogTicks(covering: [3, 3], count: 5).values == [2, 5])
    #expect(LogTicks(covering: [2, 2], count: 5).values == [2, 5])
    #expect(LogTicks(covering: [], count: 5).values.count > 1)
    #expect([0.002, 0.1, 1, 500].map(LogTicks.digits) == [3, 1, 0, 0])
  }

  @Test(
    "A logarithmic axis encloses what it shows.",
    arguments: [(0.011, 0.97), (2.3e-9, 4.1), (1.0, 1.0000001), (1e-300, 1e300), (7e10, 3e12)])
  func logarithmicSpan(low: Double, high: Double) {
    let ticks = LogTicks(covering: [low, high], count: 5)
    #expect((2...9).contains(ticks.values.count))
    #expect(ticks.span.lowerBound <= low * 1.000_001 && ticks.span.upperBound >= high * 0.999_999)
    #expect(ticks.values.allSatisfy { $0 > 0 && $0.isFinite })
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
    #expect(Ticks.epochs(to: 10, count: 6) == [1, 2, 4, 6, 8, 10])
    #expect(Ticks.epochs(to: 50, count: 12) == [1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50])
    #expect(Ticks.epochs(to: 24, count: 12) == [1, 5, 10, 15, 20])
    #expect(Ticks.epochs(to: 1, count: 12) == [1])
    #expect(Ticks.epochs(to: 0, count: 12) == [1])
    #expect(Ticks.epochs(to: 100_000, count: 12).count <= 12)
  }
}
