/// A comparison of predicted probabilities with the shares that came true, in bins of equal width. The bins are those
/// of scikit-learn's `calibration_curve`: a bin includes its upper bound, and the first one also zero.
package struct Calibration: Sendable, Hashable {
  package struct Bin: Sendable, Hashable {
    package let range: ClosedRange<Double>
    package let count: Int
    package let meanProbability: Double
    /// The share of the bin's samples that are of the class.
    package let positiveShare: Double
  }

  /// The bins that hold samples, in ascending order.
  package let bins: [Bin]
  private let count: Int

  /// - Precondition: The probabilities are numbers from 0 to 1, one for each truth.
  package init(probabilities: [Float], isPositive: [Bool], bins binCount: Int = 10) {
    let width = 1 / Double(binCount)
    let inner = (1..<max(1, binCount)).map { Double($0) * width }
    var sums = [(count: Int, probability: Double, positives: Int)](repeating: (0, 0, 0), count: binCount)
    for (probability, isPositive) in zip(probabilities, isPositive) {
      let bin = inner.firstIndex { Double(probability) <= $0 } ?? binCount - 1
      sums[bin].count += 1
      sums[bin].probability += Double(probability)
      sums[bin].positives += isPositive ? 1 : 0
    }
    count = probabilities.count
    bins = sums.enumerated().filter { $0.element.count > 0 }.map { index, sum in
      Bin(
        range: Double(index) * width...(index + 1 == binCount ? 1 : Double(index + 1) * width),
        count: sum.count, meanProbability: sum.probability / Double(sum.count),
        positiveShare: Double(sum.positives) / Double(sum.count))
    }
  }

  /// The expected calibration error: the mean distance between probability and share over all samples, bin by bin
  /// (C. Guo et al., "On Calibration of Modern Neural Networks", 2017).
  package var expectedError: Double {
    bins.reduce(0) { $0 + Double($1.count) * abs($1.meanProbability - $1.positiveShare) }
      / Double(max(1, count))
  }
}
