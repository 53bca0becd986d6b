import Engine
import Testing

@Suite struct ClassificationReportTests {
  private func round(_ x: Double) -> Double { (x * 1e8).rounded() / 1e8 }

  /// The numbers of `sklearn.metrics.precision_recall_fscore_support` on the same case.
  @Test("A report equals scikit-learn's.")
  func threeClasses() {
    let report = ClassificationReport(
      truth: [0, 1, 2, 0, 1, 2, 2, 2, 1, 0], predicted: [0, 2, 1, 0, 0, 2, 2, 1, 1, 1], classes: 3)
    #expect(report.counts == [[2, 1, 0], [1, 1, 1], [0, 2, 2]])
    #expect(report.classes.map { round($0.precision) } == [0.66666667, 0.25, 0.66666667])
    #expect(report.classes.map { round($0.recall) } == [0.66666667, 0.33333333, 0.5])
    #expect(report.classes.map { round($0.f1) } == [0.66666667, 0.28571429, 0.57142857])
    #expect(report.classes.map(\.support) == [3, 3, 4])
    #expect(round(report.macro.precision) == 0.52777778)
    #expect(round(report.macro.recall) == 0.5)
    #expect(round(report.macro.f1) == 0.50793651)
    #expect(round(report.weighted.precision) == 0.54166667)
    #expect(round(report.weighted.recall) == 0.5)
    #expect(round(report.weighted.f1) == 0.51428571)
    #expect(report.accuracy == 0.5)
    #expect(report.undefined.isEmpty)
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
}
