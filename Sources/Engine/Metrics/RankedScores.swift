/// Samples ordered by their score for one class, for judging every threshold.
///
/// Areas are those of scikit-learn's `roc_auc_score` and `average_precision_score`.
package struct RankedScores: Sendable, Hashable {
  /// The outcomes if the samples with at least this score are predicted to be of the class.
  package struct Point: Sendable, Hashable {
    package let threshold: Double
    package let truePositives: Int
    package let falsePositives: Int
  }

  /// The numbers of samples of the class and of all others.
  package let positives: Int
  package let negatives: Int
  /// The threshold of each score that occurs, from the highest to the lowest.
  package let points: [Point]

  /// - Precondition: The scores are numbers, one for each truth.
  package init(scores: [Float], isPositive: [Bool]) {
    // Integers sort faster than indices by their scores: the rank of a score, and in the lowest bit its truth.
    let order = zip(scores, isPositive).map { UInt64(Self.rank($0)) << 1 | ($1 ? 1 : 0) }.sorted()
    var points: [Point] = []
    var (right, wrong) = (0, 0)
    for (place, key) in order.enumerated() {
      if key & 1 == 1 { right += 1 } else { wrong += 1 }
      if place + 1 < order.count, order[place + 1] >> 1 == key >> 1 { continue }
      let score = Self.score(UInt32(truncatingIfNeeded: key >> 1))
      points.append(Point(threshold: Double(score), truePositives: right, falsePositives: wrong))
    }
    self.points = points
    (positives, negatives) = (right, wrong)
  }

  /// Returns an integer that is the smaller the higher a score is, and the same for 0 and −0.
  private static func rank(_ score: Float) -> UInt32 {
    let bits = (score + 0).bitPattern
    return bits >> 31 == 1 ? bits : ~bits & 0x7FFF_FFFF
  }

  /// Returns the score of a rank.
  private static func score(_ rank: UInt32) -> Float {
    Float(bitPattern: rank >> 31 == 1 ? rank : ~rank & 0x7FFF_FFFF)
  }

  /// The area under the curve of true positives over false positives: the share of pairs of either kind that are
  /// in order, where ties count half.
  ///
  /// - Returns: `nil` if there are no pairs.
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
  /// - Returns: `nil` if no sample is of the class.
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

  /// Returns the outcomes if the samples with at least this score are predicted to be of the class.
  package func point(at threshold: Double) -> Point {
    let last = points.last { $0.threshold >= threshold }
    return Point(
      threshold: threshold, truePositives: last?.truePositives ?? 0, falsePositives: last?.falsePositives ?? 0
    )
  }
}
