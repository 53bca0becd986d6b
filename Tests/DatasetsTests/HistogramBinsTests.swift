import Datasets
import Testing

/// Held to what NumPy 2.4 gives for the same numbers.
@Suite struct HistogramBinsTests {
  private static let values = [1.5, 1.7, 2.0, 2.2, 2.2, 2.9, 3.1, 3.3, 4.0, 4.8, 5.5, 9.0]

  @Test("Bins and their counts are NumPy's.")
  func automatic() {
    let bins = HistogramBins(Self.values)
    #expect(bins.edges == [1.5, 3, 4.5, 6, 7.5, 9])
    #expect(bins.counts(of: Self.values) == [6, 3, 2, 0, 1])
    let far = [0.5, 1.5, 2.5, 100]
    #expect(HistogramBins(far).edges == [0.5, 25.375, 50.25, 75.125, 100])
    #expect(HistogramBins(far).counts(of: far) == [3, 0, 0, 1])
  }

  @Test("Whole numbers that lie close have a bin each, and others share them.")
  func whole() {
    let values = [1.0, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5]
    let bins = HistogramBins(values)
    #expect(bins.edges == [0.5, 1.5, 2.5, 3.5, 4.5, 5.5])
    #expect(bins.counts(of: values) == [1, 2, 3, 2, 4])
    #expect(HistogramBins(values, count: 4).edges == [1, 2, 3, 4, 5])
    let far = HistogramBins([0, 10, 20, 100])
    #expect(far.edges.count == 4 && far.edges.first == 0 && far.edges.last == 100)
  }

  @Test("A count of bins that was asked for is kept.")
  func asked() {
    let bins = HistogramBins([0, 1, 10], count: 4)
    #expect(bins.edges == [0, 2.5, 5, 7.5, 10])
    #expect(bins.counts(of: [0, 2.5, 7.4, 10, 11, -1]) == [1, 1, 1, 1])
  }

  @Test("Values that are all alike fill one bin.")
  func constant() {
    let bins = HistogramBins([2, 2])
    #expect(bins.edges == [1.5, 2.5])
    #expect(bins.counts(of: [2, 2]) == [2])
  }

  @Test("A summary and a correlation are NumPy's.")
  func summary() throws {
    let summary = Summary(Self.values)
    #expect(summary.median == 3 && summary.least == 1.5 && summary.greatest == 9 && summary.count == 12)
    #expect(abs(summary.mean - 3.516_666_666_666_667) < 1e-14)
    #expect(abs(Quantile.of(Self.values, 0.25) - 2.15) < 1e-14)
    let (one, other) = ([1.0, 2, 3, 4, 5], [2.0, 1, 4, 3, 6])
    #expect(abs(Summary(other).deviation - 1.720_465_053_408_525_3) < 1e-14)
    #expect(abs(try #require(Summary.correlation(one, other)) - 0.821_994_936_526_786_3) < 1e-14)
    #expect(Summary.correlation(one, [1, 1, 1, 1, 1]) == nil)
  }
}
