import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct ClassCountTests {
  /// Six samples of one kind and two of the other.
  private static let skewed = "x,kind\n" + (0..<8).map { "\($0),\($0 < 6 ? "a" : "b")\n" }.joined()

  @Test("Counts of classes are shares of their part beside that of equal shares, and numbers in the table.")
  func shares() async throws {
    let notebook = try TestNotebook(
      """
      ```{load} skewed
      dataset: {csv: {path: skewed.csv, label: kind}}
      ```

      ```{show}
      data: skewed
      what: class_counts
      ```
      """, data: ["skewed.csv": Data(Self.skewed.utf8)])
    defer { notebook.remove() }
    guard case .dots(let plot)? = try await notebook.run().cells.last?.outputs.first else {
      throw TestFailure("no plot")
    }
    #expect(plot.categories == ["a", "b"] && plot.startsAtZero)
    #expect(plot.series.map(\.values) == [[0.75, 0.25]])
    #expect(plot.reference == .init(.label(.equalShares), 0.5))
    #expect(
      plot.numbers.rows == [
        [.words(.verbatim("a")), .integer(6), .percent(0.75, digits: 1)],
        [.words(.verbatim("b")), .integer(2), .percent(0.25, digits: 1)],
      ])
  }
}
