import Foundation
import NotebookResults
import Testing

@Suite struct AbsentClassTests {
  /// Labels 1 and 2, as in files whose labels begin at 1; no sample is of class 0.
  private static let data: [String: Data] = {
    let labels = Data([0, 0, 8, 1, 0, 0, 0, 4, 1, 2, 1, 2])
    let images = Data([0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2, 255, 0, 0, 255, 255, 0, 0, 255])
    return ["x.idx": images, "y.idx": labels]
  }()

  @Test("A class without samples and predictions is in no average and no row of the page, which says so.")
  func isLeftOut() async throws {
    let notebook = try TestNotebook(
      """
      ```{load} letters
      dataset: {idx: {images: x.idx, labels: y.idx, test_images: x.idx, test_labels: y.idx}}
      scale: 1/255
      ```

      ```{model} net
      layers: [flatten, {dense: {units: 3, activation: softmax}}]
      ```

      ```{fit} fast
      model: net
      data: letters
      optimizer: {adam: {learning_rate: 0.1}}
      epochs: 60
      validation_data: letters
      ```

      ```{evaluate} report
      fit: fast
      ```

      ```{expect}
      - report.accuracy == 1
      - report.precision.macro == 1 and report.recall.macro == 1 and report.f1.macro == 1
      - report.f1.weighted == 1 and report.f1[0] == 0 and report.f1[2] == 1
      ```
      """, data: Self.data)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    #expect(outcome.claims.map(\.verdict) == [.holds, .holds, .holds])
    let outputs = outcome.cells[3].outputs
    let chart = outputs.compactMap { if case .dots(let chart) = $0 { chart } else { nil } }.first
    #expect(chart?.categories == ["1", "2"])
    #expect(chart?.numbers.rows.count == 4)
    #expect(outputs.contains(.text(.phrase(.absentClasses, ["0"]))))
  }
}
