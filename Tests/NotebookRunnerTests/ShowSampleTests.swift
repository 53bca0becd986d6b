import NotebookResults
import NotebookRunner
import Testing

@Suite struct ShowSampleTests {
  private func outputs(_ load: String, index: Int) async throws -> [Output] {
    let notebook = try TestNotebook(
      """
      ```{load} data
      \(load)
      ```

      ```{show}
      data: data
      what: sample
      index: \(index)
      ```
      """,
      data: TestNotebook.tables.merging(TestNotebook.blankDigits) { first, _ in first }.merging([
        "plain.csv": .init("1,a,0.25\n2,b,-3\n".utf8)
      ]) { first, _ in first })
    defer { notebook.remove() }
    return try #require(try await notebook.run().cells.last).outputs
  }

  private func rows(_ outputs: [Output]) -> [[Table.Cell]]? {
    if case .table(let table)? = outputs.first, outputs.count == 1 { table.rows } else { nil }
  }

  private func text(_ text: String) -> Table.Cell { .words(.verbatim(text)) }

  @Test("A row of a table is shown under the names of its columns, the label last.")
  func columnNames() async throws {
    let shown = try await outputs("dataset: {csv: {path: numbers.csv, label: width}}", index: 1)
    #expect(
      rows(shown) == [
        [.code("length"), text("2")], [.code("kind"), text("4")], [.code("width"), text("3")],
      ])
  }

  @Test("Columns without a header are named by their place, and a target is a number.")
  func noHeader() async throws {
    let labelled = try await outputs(
      "dataset: {csv: {path: plain.csv, header: false, label: \"2\"}}", index: 1)
    #expect(
      rows(labelled) == [[.code("1"), text("2")], [.code("3"), text("−3")], [.code("2"), text("b")]])
    let targeted = try await outputs("dataset: {csv: {path: numbers.csv, target: kind}}", index: 0)
    #expect(rows(targeted)?.last == [.code("kind"), text("3")])
  }

  @Test("A row's numbers are those that a network sees, prepared.")
  func prepared() async throws {
    let shown = try await outputs("dataset: {csv: {path: numbers.csv, target: kind}}\nscale: 0.5", index: 0)
    #expect(rows(shown)?.first == [.code("length"), text("0.5")])
  }

  @Test("An image is shown as its numbers and as a picture.")
  func image() async throws {
    let shown = try await outputs("dataset: {idx: {images: images.idx, labels: labels.idx}}", index: 3)
    guard case .numberGrid(let grid)? = shown.first else {
      Issue.record("no grid of numbers")
      return
    }
    #expect(grid.values == Array(repeating: Array(repeating: 0, count: 28), count: 28))
    #expect(grid.pixels == Array(repeating: 0, count: 784))
    #expect(grid.title == .phrase(.sampleNumber, ["3", "3"]))
  }
}
