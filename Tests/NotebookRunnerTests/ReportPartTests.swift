import NotebookResults
import NotebookRunner
import Testing

@Suite struct ReportPartTests {
  private func notebook(_ options: String) throws -> TestNotebook {
    try TestNotebook(TestNotebook.flowerCells + "```{evaluate} report\nfit: quick\n\(options)\n```\n")
  }

  private func report(_ options: String) async throws -> CellOutcome {
    let notebook = try notebook(options)
    defer { notebook.remove() }
    return try #require(try await notebook.run().cells.last)
  }

  private func kinds(_ report: CellOutcome) -> [String] {
    report.outputs.map { output in
      switch output {
      case .table: "summary"
      case .dots: "per_class"
      case .confusionMatrix: "confusion_matrix"
      case .outcomes: "outcomes"
      case .xyCharts: "curves"
      case .images: "mistakes"
      default: "note"
      }
    }.filter { $0 != "note" }
  }

  @Test("A report shows its summary, its classes and its matrix, and what its options ask for.")
  func usualParts() async throws {
    #expect(kinds(try await report("")) == ["summary", "per_class", "confusion_matrix"])
    #expect(
      kinds(try await report("pos_label: aster\ncurves: [roc]"))
        == ["summary", "per_class", "confusion_matrix", "outcomes", "curves"])
  }

  @Test("The parts that are listed are shown in their order, and the results are those of the whole report.")
  func listedParts() async throws {
    let options = "pos_label: aster\ncurves: [roc]"
    let some = try await report(options + "\nwhat: [curves, confusion_matrix]")
    #expect(kinds(some) == ["curves", "confusion_matrix"])
    #expect(some.value == (try await report(options)).value)
    #expect(kinds(try await report("what: summary")) == ["summary"])
  }

  @Test("The classes are in the order of F1, the highest first.")
  func order() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells
        + "```{fit} poor\nfrom: quick\nepochs: 1\noptimizer: {sgd: {learning_rate: 0.01}}\n```\n\n"
        + "```{evaluate} report\nfit: poor\nsplit: train\n```\n")
    defer { notebook.remove() }
    let report = try #require(try await notebook.run().cells.last)
    guard case .list(let scores)? = report.value["f1"]?["per_class"] else { throw TestFailure("no scores") }
    let numbers = scores.map { if case .number(let number) = $0 { number } else { Double.nan } }
    let named = zip(["aster", "bellis", "crocus"], numbers).sorted { $0.1 > $1.1 }.map(\.0)
    let chart = report.outputs.compactMap { if case .dots(let chart) = $0 { chart } else { nil } }.first
    #expect(Set(numbers).count > 1)
    #expect(chart?.categories == named)
  }

  @Test(
    "A part that the report does not have, or that lacks an option, is refused where it is written.",
    arguments: [
      ("predictions", "TB-P-147"), ("curves", "TB-O-102"), ("mistakes", "TB-P-122"),
      ("outcomes", "TB-P-129"),
    ])
  func refused(_ part: String, _ code: String) throws {
    let notebook = try notebook("what: 1️⃣\(part)")
    defer { notebook.remove() }
    let (plan, diagnostics) = try notebook.plan()
    #expect(plan == nil)
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.range.start == notebook.markers["1️⃣"])
  }

  @Test("A report on numbers has a chart of its predictions, and no matrix.")
  func numbers() async throws {
    func notebook(_ part: String) throws -> TestNotebook {
      try TestNotebook(
        """
        ```{load} numbers
        dataset: {csv: {path: numbers.csv, target: kind}}
        ```

        ```{model} line
        layers: [dense: 1]
        ```

        ```{fit} quick
        model: line
        data: numbers
        loss: mean_squared_error
        optimizer: {sgd: {learning_rate: 0.01}}
        ```

        ```{evaluate} report
        fit: quick
        split: train
        what: \(part)
        ```
        """)
    }
    let chart = try notebook("predictions")
    defer { chart.remove() }
    #expect(kinds(try #require(try await chart.run().cells.last)) == ["curves"])
    let matrix = try notebook("confusion_matrix")
    defer { matrix.remove() }
    let found = try #require(try matrix.plan().diagnostics.first { $0.code == "TB-P-147" })
    #expect(found.help == "its parts: summary, predictions")
  }
}
