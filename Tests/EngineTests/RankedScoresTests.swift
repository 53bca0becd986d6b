import Engine
import Testing

@Suite struct RankedScoresTests {
  struct Golden: Decodable {
    let rankings: [Ranking]
  }

  /// What scikit-learn says of scores for one class.
  struct Ranking: Decodable, CustomTestStringConvertible {
    let name: String
    let truth: [Bool]
    let scores: [Float]
    let falsePositiveRate: [Double]
    let truePositiveRate: [Double]
    let rocAuc: Double
    let averagePrecision: Double
    let binCounts: [Int]
    let binMeans: [Double]
    let binShares: [Double]
    let expectedCalibrationError: Double
    var testDescription: String { name }
  }

  /// Made by `Tests/Golden/Engine/sklearn_golden.py`.
  static let golden = GoldenFile.read("sklearn.json", as: Golden.self)?.rankings ?? []

  private func differ(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count != expected.count || zip(found, expected).contains { abs($0 - $1) > 1e-12 }
  }

  @Test("Curves and their areas equal scikit-learn's.", arguments: golden)
  func curves(_ expected: Ranking) throws {
    let ranked = RankedScores(scores: expected.scores, isPositive: expected.truth)
    let (positives, negatives) = (Double(ranked.positives), Double(ranked.negatives))
    #expect(!differ(ranked.points.map { Double($0.truePositives) / positives }, expected.truePositiveRate))
    #expect(!differ(ranked.points.map { Double($0.falsePositives) / negatives }, expected.falsePositiveRate))
    #expect(abs(try #require(ranked.rocAUC) - expected.rocAuc) < 1e-12)
    #expect(abs(try #require(ranked.averagePrecision) - expected.averagePrecision) < 1e-12)
  }

  @Test("Calibration equals scikit-learn's, bin by bin.", arguments: golden)
  func calibration(_ expected: Ranking) {
    let calibration = Calibration(probabilities: expected.scores, isPositive: expected.truth)
    #expect(calibration.bins.map(\.count) == expected.binCounts)
    #expect(!differ(calibration.bins.map(\.meanProbability), expected.binMeans))
    #expect(!differ(calibration.bins.map(\.positiveShare), expected.binShares))
    #expect(abs(calibration.expectedError - expected.expectedCalibrationError) < 1e-12)
  }

  @Test("The record of scikit-learn holds ties, edges of bins and rare classes.")
  func isWhole() {
    #expect(Self.golden.count == 8)
    #expect(Self.golden.contains { Set($0.scores).count == 1 })
    #expect(Self.golden.contains { $0.name.contains("edges") && Set($0.binCounts) == [2, 4] })
  }

  @Test("A threshold takes what has at least its score.")
  func threshold() {
    let ranked = RankedScores(scores: [0.25, 0.5, 0.75, 0.5], isPositive: [false, true, true, false])
    func counts(_ threshold: Double) -> [Int] {
      let point = ranked.point(at: threshold)
      return [point.truePositives, point.falsePositives]
    }
    #expect(counts(0.5) == [2, 1])
    #expect(counts(0.51) == [1, 0])
    #expect(counts(0.8) == [0, 0])
    #expect(counts(0) == [2, 2])
  }

  @Test("Scores of either sign are in order, and zero is one score whatever its sign.")
  func signs() {
    let ranked = RankedScores(
      scores: [-0.0, 2, -3, 0, .leastNonzeroMagnitude, -1e30],
      isPositive: [true, true, false, false, false, true])
    #expect(
      ranked.points.map(\.threshold) == [
        2, Double(Float.leastNonzeroMagnitude), 0, -3, Double(-1e30 as Float),
      ])
    #expect(ranked.points.map(\.truePositives) == [1, 1, 2, 2, 3])
    #expect(ranked.points.map(\.falsePositives) == [0, 1, 2, 3, 3])
  }

  @Test("Where one side is empty there is no area.")
  func oneSided() {
    let positive = RankedScores(scores: [0.1, 0.9], isPositive: [true, true])
    #expect(positive.rocAUC == nil && positive.averagePrecision == 1)
    let negative = RankedScores(scores: [0.1, 0.9], isPositive: [false, false])
    #expect(negative.rocAUC == nil && negative.averagePrecision == nil)
    #expect(RankedScores(scores: [], isPositive: []).points.isEmpty)
  }
}
