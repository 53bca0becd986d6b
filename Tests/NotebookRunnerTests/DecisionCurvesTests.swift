import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct DecisionCurvesTests {
  private static let all = "curves: [roc, precision_recall, reliability]"

  private func notebook(_ options: String, cells: String = TestNotebook.flowerCells) throws -> TestNotebook {
    try TestNotebook(
      cells + "```{evaluate} report\nfit: quick\n\(options)\n```\n",
      data: TestNotebook.tables.merging(["twins.csv": Data(Self.twins.utf8)]) { first, _ in first })
  }

  /// Two kinds, and a network whose answers cannot depend on the sample.
  private static let twins = "x,kind\n" + (0..<8).map { "\($0),\($0 < 6 ? "a" : "b")\n" }.joined()
  private static let twinCells = """
    ```{load} twins
    dataset: {csv: {path: twins.csv, label: kind}}
    ```

    ```{model} constant
    layers: [{dense: {units: 1, activation: sigmoid, kernel_initializer: zeros}}]
    ```

    ```{fit} quick
    model: constant
    data: twins
    loss: binary_crossentropy
    optimizer: {sgd: {learning_rate: 1.0e-30}}
    ```

    """

  private func charts(_ outcome: NotebookOutcome) -> [XYChart] {
    outcome.cells.flatMap(\.outputs).flatMap { output -> [XYChart] in
      if case .xyCharts(let charts) = output { charts } else { [] }
    }
  }

  private func number(_ name: String, _ outcome: NotebookOutcome) -> Double? {
    if case .number(let number)? = outcome.cells.last?.value[name] { number } else { nil }
  }

  @Test("An answer that is the same for all is chance, with the second of two classes as the positive one.")
  func constant() async throws {
    let notebook = try notebook("split: train\n" + Self.all, cells: Self.twinCells)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    #expect(number("roc_auc", outcome) == 0.5)
    #expect(number("average_precision", outcome) == 0.25)
    #expect(number("expected_calibration_error", outcome) == 0.25)
    let charts = charts(outcome)
    #expect(
      charts.map(\.title) == [
        .phrase(.rocCurve, ["b"]), .phrase(.precisionRecallCurve, ["b"]), .phrase(.reliability, ["b"]),
      ])
    #expect(charts[0].series[0].points == [.init(0, 0), .init(1, 1)])
    #expect(charts[1].series[0].points == [.init(0, 0.25), .init(1, 0.25)])
    #expect(charts.map(\.series[0].form) == [.line, .steps, .linkedPoints])
    #expect(charts[1].reference?.from == .init(0, 0.25))
    #expect(charts[2].series[0].points == [.init(0.5, 0.25, weight: 8)])
    // At a threshold of one half, an answer of one half is for the class.
    #expect(charts[0].series[1].form == .rings && charts[0].series[1].points == [.init(1, 1)])
    #expect(charts[1].series[1].points == [.init(1, 0.25)])
    #expect(charts[2].series[1].form == .strip)
    #expect(charts[2].series[1].points == [.init(0.4, 0, weight: 8), .init(0.5, 0, weight: 0)])
    #expect(
      charts.map(\.note?.text) == [
        .phrase(.areaUnderCurve, ["0.500"]), .phrase(.averagePrecisionOf, ["0.250"]),
        .phrase(.calibrationErrorOf, ["0.250"]),
      ])
  }

  @Test("The other class of two has the other end of each score.")
  func otherClass() async throws {
    let notebook = try notebook("split: train\npos_label: a\n" + Self.all, cells: Self.twinCells)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    #expect(number("average_precision", outcome) == 0.75)
    #expect(charts(outcome)[2].series[0].points == [.init(0.5, 0.75, weight: 8)])
  }

  @Test("Of several classes one is told from the rest, and prose reads the areas.")
  func oneOfThree() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + """
        ```{evaluate} report
        fit: quick
        pos_label: aster
        \(Self.all)
        ```

        ```{expect}
        - report.roc_auc within 0..1
        - report.average_precision > 0
        - report.expected_calibration_error < 1
        ```

        The area is {value}`report.roc_auc | fixed(2)`.
        """)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    #expect(outcome.claims.allSatisfy { $0.verdict == .holds })
    let roc = try #require(charts(outcome).first).series[0].points
    #expect(roc.first == .init(0, 0) && roc.last == .init(1, 1))
    #expect(zip(roc, roc.dropFirst()).allSatisfy { $0.x <= $1.x && $0.y <= $1.y })
  }

  @Test("Curves of several classes need one to be named.")
  func noClass() throws {
    let notebook = try notebook("curves: 1️⃣[roc]")
    defer { notebook.remove() }
    let (plan, diagnostics) = try notebook.plan()
    #expect(plan == nil)
    #expect(diagnostics.map(\.code) == ["TB-P-129"])
    #expect(diagnostics.first?.range.start == notebook.markers["1️⃣"])
    #expect(diagnostics.first?.help == "say which one: `pos_label: aster`")
  }

  @Test("Where all samples are of one kind, the cell says why it has no curve.")
  func oneSided() async throws {
    let cells = Self.twinCells.replacing("label: kind}}", with: "label: kind}}\nlimit: 3")
    let notebook = try notebook("split: train\ncurves: roc", cells: cells)
    defer { notebook.remove() }
    let cell = try #require(try await notebook.run().cells.last)
    guard case .failed(let message, _) = cell.status else {
      Issue.record("the cell did not fail")
      return
    }
    #expect(message == "a curve needs samples of \"b\" and of others, and these are all of one kind")
  }
}
