/// Samples ordered by the score that each was given for one class, so that every threshold can be judged.
///
/// Areas are those of scikit-learn's `roc_auc_score` and `average_precision_score`.
package struct RankedScores: Sendable, Hashable {
  /// What becomes of the samples if those with at least this score are taken for the class.
  package struct Point: Sendable, Hashable {
    package let threshold: Double
    package let truePositives: Int
    package let falsePositives: Int
  }

  /// Samples of the class, and all others.
  package let positives: Int
  package let negatives: Int
  /// One for each score that occurs, from the highest to the lowest.
  package let points: [Point]

  /// - Precondition: the scores are numbers, as many as truths.
  package init(scores: [Float], isPositive: [Bool]) {
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var points: [Point] = []
    var (right, wrong) = (0, 0)
    for (rank, index) in order.enumerated() {
      if isPositive[index] { right += 1 } else { wrong += 1 }
      if rank + 1 < order.count, scores[order[rank + 1]] == scores[index] { continue }
      points.append(
        Point(threshold: Double(scores[index]), truePositives: right, falsePositives: wrong))
    }
    self.points = points
    (positives, negatives) = (right, wrong)
  }

  /// The area under the curve of true positives over false positives: the share of pairs of either kind that are
  /// in order, where ties count half.
  ///
  /// - Returns: `nil` where there are no pairs.
  package var rocAUC: Double? {
    guard positives > 0, negatives > 0 else { return nil }
    var twice = 0
    var last = (right: 0, wrong: 0)
    for point in points {
      twice += (point.falsePositives - last.wrong) * (point.truePositives + last.right)
      last = (point.truePositives, point.falsePositives)
    }
    return Double(twice) / (2 * Double(positives) * Double(negatives))
  }

  /// The mean of precision over thresholds, each weighted by the recall that it adds.
  ///
  /// - Returns: `nil` where no sample is of the class.
  package var averagePrecision: Double? {
    guard positives > 0 else { return nil }
    var sum = 0.0
    var last = 0
    for point in points {
      let precision = Double(point.truePositives) / Double(point.truePositives + point.falsePositives)
      sum += precision * Double(point.truePositives - last)
      last = point.truePositives
    }
    return sum / Double(positives)
  }

  /// What becomes of the samples if those with at least this score are taken for the class.
  package func point(at threshold: Double) -> Point {
    let last = points.last { $0.threshold >= threshold }
    return Point(
      threshold: threshold, truePositives: last?.truePositives ?? 0, falsePositives: last?.falsePositives ?? 0
    )
  }
}
