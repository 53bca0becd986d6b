import NotebookResults
import NotebookRunner
import Testing

@Suite struct ValidationPartTests {
  private static let cells = TestNotebook.flowerCells.replacing(
    "test_split: 0.25", with: "test_split: 0.25\nvalidation: 15")

  private func run(_ cells: String) async throws -> [String: CellOutcome] {
    let notebook = try TestNotebook(cells)
    defer { notebook.remove() }
    let named = try await notebook.run().cells.compactMap { cell in cell.name.map { ($0, cell) } }
    return Dictionary(named) { first, _ in first }
  }

  @Test(
    "A fit is validated on the validation part where the data has one, and other cells can name that part.")
  func validated() async throws {
    let evaluations = ["validation", "test", "train"].map {
      "```{evaluate} \($0)\nfit: quick\nsplit: \($0)\n```\n"
    }
    let cells = try await run(
      Self.cells + evaluations.joined(separator: "\n")
        + "\n```{predict} shown\nfit: quick\nsplit: validation\nindex: 13\n```\n"
        + "\n```{plot} drawn\nwhat: scatter\ndata: flowers\nx: length\ny: width\nsplit: validation\n```\n")
    guard case .series(let losses)? = cells["quick"]?.value["history"]?["val_loss"] else {
      throw TestFailure("no history")
    }
    #expect(cells["validation"]?.value["loss"] == losses.values.last.map { .number($0) })
    #expect(
      ["validation", "test", "train"].map { cells[$0]?.value["count"] } == [15, 15, 30].map(Value.integer))
    #expect(cells["shown"]?.value["count"] == .integer(2))
    guard case .xyCharts(let charts)? = cells["drawn"]?.outputs.first else { throw TestFailure("no chart") }
    #expect(charts.flatMap(\.series).map(\.points.count).reduce(0, +) == 15)
    guard case .curves(let curves)? = cells["quick"]?.outputs.first else { throw TestFailure("no curves") }
    #expect(curves.charts.allSatisfy { $0.lines.map(\.role) == [.training, .validation] })
  }

  @Test("The cell that loads the data tells the number of its samples, if there are any.")
  func counts() async throws {
    let flowers = try #require(try await run(Self.cells)["flowers"])
    #expect(flowers.value["validation_count"] == .integer(15))
    guard case .table(let table)? = flowers.outputs.first else { throw TestFailure("no table") }
    #expect(
      table.rows.map(\.first)
        == [
          .trainingData, .trainingLabels, .validationData, .validationLabels, .testData, .testLabels,
        ].map { .words(.label($0)) })
    let plain = try #require(try await run(TestNotebook.flowerCells)["flowers"])
    #expect(plain.value["validation_count"] == nil)
    guard case .table(let table)? = plain.outputs.first else { throw TestFailure("no table") }
    #expect(table.rows.count == 4)
  }

  @Test("Of a series the validation part is the end of what precedes the test part.")
  func series() async throws {
    let text = """
      ```{load} waves
      dataset: {series: {path: waves.csv, column: height, window: 6}}
      test_split: 0.25
      validation: 5
      ```

      ```{plot} drawn
      what: series
      data: waves
      split: validation
      ```
      """
    // Of 34 windows the last 9 are for tests, so that validation begins with the value in row 6 + 20.
    guard case .xyCharts(let charts)? = try await run(text)["drawn"]?.outputs.first else {
      throw TestFailure("no chart")
    }
    let heights = [0, 0.7, 1, 0.7, 0, -0.7, -1, -0.7]
    let drawn = charts[0].series[0].points.map(\.y)
    #expect(drawn.count == 5)
    #expect(zip(drawn, 26...).allSatisfy { abs($0 - heights[$1 % 8]) < 1e-6 })
  }

  @Test(
    "A part that is missing, empty or everything is refused where it is written.",
    arguments: [
      ("", "```{evaluate}\nfit: quick\nsplit: 1️⃣validation\n```\n", "TB-P-138"),
      ("validation: 1️⃣45", "", "TB-D-153"), ("validation: 1️⃣0.01", "", "TB-D-151"),
      ("validation: 1️⃣0", "", "TB-O-104"), ("validation: 1️⃣1.5", "", "TB-O-104"),
    ])
  func refused(load: String, cells: String, code: String) throws {
    let text = TestNotebook.flowerCells.replacing("test_split: 0.25", with: "test_split: 0.25\n\(load)")
    let notebook = try TestNotebook(text + cells)
    defer { notebook.remove() }
    let found = try #require(try notebook.plan().diagnostics.first { $0.severity == .error })
    #expect(found.code == code && found.range.start == notebook.markers["1️⃣"])
  }
}
