import NotebookResults
import NotebookRunner
import Testing

@Suite struct BinaryOutcomesTests {
  @Test("Outcomes and measures are those that scikit-learn's documentation gives.")
  func documented() {
    // confusion_matrix([0, 1, 0, 1], [1, 1, 1, 0]).ravel() is (0, 2, 1, 1): tn, fp, fn, tp.
    let outcomes = BinaryOutcomes(counts: [[0, 2], [1, 1]], classes: ["0", "1"], positive: 1)
    #expect(BinaryOutcomes.Outcome.allCases.map { outcomes[$0] } == [1, 1, 2, 0])
    #expect(outcomes.negative == "0")
    let measures = BinaryMeasure.allCases.map { $0.value(of: outcomes) }
    #expect(measures == [0.25, 1.0 / 3, 0.5, 0.4])
  }

  @Test("One class of several stands against all others.")
  func oneAgainstTheRest() {
    let outcomes = BinaryOutcomes(
      counts: [[5, 1, 0], [2, 7, 3], [4, 0, 6]], classes: ["a", "b", "c"], positive: 1)
    #expect(BinaryOutcomes.Outcome.allCases.map { outcomes[$0] } == [7, 5, 1, 15])
    #expect(outcomes.negative == nil)
    #expect(BinaryMeasure.precision.value(of: outcomes) == 7.0 / 8)
  }

  @Test("What divides nothing by nothing has no value.")
  func undefined() {
    let outcomes = BinaryOutcomes(counts: [[3, 0], [0, 0]], classes: ["a", "b"], positive: 1)
    #expect(BinaryMeasure.allCases.map { $0.value(of: outcomes) } == [1, nil, nil, nil])
  }

  private func notebook(_ options: String, rest: String = "") throws -> TestNotebook {
    try TestNotebook(
      TestNotebook.flowerCells + "```{evaluate} report\nfit: quick\n\(options)\n```\n\n\(rest)")
  }

  @Test("An evaluation with a positive class shows its outcomes, and claims read them.")
  func evaluation() async throws {
    let notebook = try notebook(
      "pos_label: bellis",
      rest: """
        ```{expect}
        - report.outcomes.true_positives == report.confusion_matrix[1][1]
        - report.outcomes.true_positives + report.outcomes.false_negatives == report.support[1]
        - report.outcomes.recall == report.recall[1]
        - report.outcomes.precision == report.precision[1]
        - report.outcomes.f1 == report.f1[1]
        - report.outcomes.true_positives + report.outcomes.false_negatives + report.outcomes.false_positives + report.outcomes.true_negatives == report.count
        ```
        """)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    #expect(outcome.claims.count == 6 && outcome.claims.allSatisfy { $0.verdict == .holds })
    let shown = outcome.cells[3].outputs.compactMap { output in
      if case .outcomes(let outcomes) = output { outcomes.positive } else { nil }
    }
    #expect(shown == ["bellis"])
  }

  @Test("A class that the data does not have is refused where it is written, with the one that was meant.")
  func noSuchClass() throws {
    let notebook = try notebook("pos_label: 1️⃣belis")
    defer { notebook.remove() }
    let (plan, diagnostics) = try notebook.plan()
    #expect(plan == nil)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && diagnostic.code == "TB-P-128")
    #expect(diagnostic.message == "the data has no class \"belis\"; did you mean \"bellis\"?")
    #expect(diagnostic.range.start == notebook.markers["1️⃣"])
  }
}
