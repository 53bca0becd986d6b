import Engine
import Testing

@Suite struct ClassificationReportTests {
  struct Golden: Decodable {
    let reports: [Report]
  }

  /// What scikit-learn says of a case; averages are precision, recall and F1.
  struct Report: Decodable, CustomTestStringConvertible {
    let name: String
    let classes: Int
    let truth: [Int32]
    let predicted: [Int32]
    let confusion: [[Int]]
    let accuracy: Double
    let precision: [Double]
    let recall: [Double]
    let f1: [Double]
    let macro: [Double]
    let weighted: [Double]
    var testDescription: String { name }
  }

  /// Made by `Tests/Golden/Engine/sklearn_golden.py`.
  static let golden = GoldenFile.read("sklearn.json", as: Golden.self)?.reports ?? []

  @Test("A report equals scikit-learn's.", arguments: golden)
  func equalsScikitLearn(_ expected: Report) {
    let report = ClassificationReport(
      truth: expected.truth, predicted: expected.predicted, classes: expected.classes)
    func differ(_ found: [Double], _ expected: [Double]) -> Bool {
      found.count != expected.count || zip(found, expected).contains { abs($0 - $1) > 1e-12 }
    }
    func averages(_ scores: ClassificationReport.Scores) -> [Double] {
      [scores.precision, scores.recall, scores.f1]
    }
    #expect(report.counts == expected.confusion)
    #expect(abs(report.accuracy - expected.accuracy) < 1e-12)
    #expect(!differ(report.classes.map(\.precision), expected.precision))
    #expect(!differ(report.classes.map(\.recall), expected.recall))
    #expect(!differ(report.classes.map(\.f1), expected.f1))
    #expect(!differ(averages(report.macro), expected.macro))
    #expect(!differ(averages(report.weighted), expected.weighted))
  }

  @Test("The record of scikit-learn holds cases of every kind.")
  func isWhole() {
    #expect(Self.golden.count == 9)
    #expect(Self.golden.contains { $0.precision.contains(0) && $0.recall.contains(0) })
  }

  @Test("What would divide by zero is zero, and is noted.")
  func zeroDivision() {
    let report = ClassificationReport(truth: [0, 0, 1], predicted: [0, 0, 0], classes: 3)
    #expect(report.classes.map(\.precision) == [2 / 3, 0, 0])
    #expect(report.classes.map(\.recall) == [1, 0, 0])
    #expect(report.classes.map(\.f1) == [0.8, 0, 0])
    #expect(
      report.undefined == [
        .precision(classIndex: 1), .precision(classIndex: 2), .recall(classIndex: 2), .f1(classIndex: 2),
      ])
    let empty = ClassificationReport(truth: [], predicted: [], classes: 2)
    #expect(empty.accuracy == 0 && empty.weighted.f1 == 0)
  }

  @Test("A class without samples and predictions counts in no average.")
  func absentClass() {
    let report = ClassificationReport(truth: [1, 2, 3], predicted: [1, 2, 3], classes: 4)
    #expect(report.classes.map(\.isPresent) == [false, true, true, true])
    for average in [report.macro, report.weighted] {
      #expect(abs(average.precision - 1) < 1e-12 && abs(average.recall - 1) < 1e-12)
      #expect(abs(average.f1 - 1) < 1e-12)
    }
  }
}
