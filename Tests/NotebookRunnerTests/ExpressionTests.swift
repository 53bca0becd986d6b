import NotebookResults
import NotebookRunner
import Testing

@Suite struct ExpressionTests {
  /// Runs a notebook whose prose holds the expressions, and gives their texts in order.
  private func evaluate(_ expressions: [String]) async throws -> [String] {
    let prose = expressions.map { "- {value}`\($0)`" }.joined(separator: "\n")
    let notebook = try TestNotebook(TestNotebook.flowerCells + prose + "\n")
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    return outcome.inlineValues.sorted { $0.key < $1.key }.map { _, value in
      if case .text(let text) = value { text } else { "unavailable" }
    }
  }

  @Test("Operators bind as in arithmetic, and comparisons loosest.")
  func precedence() async throws {
    let results = try await evaluate([
      "1 + 2 * 3", "(1 + 2) * 3", "10 - 4 - 3", "8 / 4 / 2", "-2 * -3", "1 + 1 == 2 and 3 < 4",
      "not 1 > 2 or 1 > 2", "2 within 1..3", "4 within 1..2 + 1", "1 < 2 == (3 < 4)",
    ])
    #expect(results == ["7", "9", "3", "1", "6", "true", "true", "true", "false", "true"])
  }

  @Test("Functions take numbers, series by their last value, and stand wherever a number may.")
  func functions() async throws {
    let results = try await evaluate([
      "mean(1, 2, 6)", "min(3, 1 + 1)", "max(-1, -2) * 2", "mean(quick.epochs, 5)", "mean(1)",
      "mean(quick.loss, quick.loss.last) == quick.loss", "max(0.25, 50%) | percent(0)",
      "min(quick.loss, quick.val_loss) <= mean(quick.loss, quick.val_loss)", "1 < 2 and 2 < 3",
    ])
    #expect(results == ["3", "2", "−2", "4", "1", "true", "50%", "true", "true"])
  }

  @Test("Losses and accuracies are compared with their like, and may be added and divided.")
  func quantities() async throws {
    let results = try await evaluate([
      "quick.val_loss + 1 - quick.val_accuracy > 0", "quick.val_accuracy / quick.val_loss > 0",
      "quick.val_loss > 0 * quick.val_accuracy", "0 / quick.val_loss == 0",
      "quick.loss - quick.val_loss < max(quick.loss, 100)",
    ])
    #expect(results == ["true", "true", "true", "true", "true"])
  }

  @Test("Percent signs and percentage points are hundredths, behind a space too.")
  func units() async throws {
    #expect(
      try await evaluate(["10%", "5pp", "10% + 5pp == 0.15", "10 % + 5 pp == 15  %", "1234567.891", "1.5"])
        == [
          "0.1", "0.05", "true", "true", "1234567.891", "1.5",
        ])
  }

  @Test("A small number is written with a power of ten.")
  func smallNumbers() async throws {
    #expect(
      try await evaluate(["1e-5", "-0.0000585412", "0.00025"]) == [
        "1\u{A0}×\u{A0}10⁻⁵", "−5.854\u{A0}×\u{A0}10⁻⁵", "0.00025",
      ])
  }

  @Test("Formats write shares, points, whole numbers and powers of ten.")
  func formats() async throws {
    let results = try await evaluate([
      "0.9455 | percent(1)", "0.103 | points(1)", "25720 | integer", "-1234567 | integer", "2.5 | fixed(3)",
      "0.0025 | scientific(1)", "0 - 0.0004 | fixed(2)", "1 / (quick.epochs - 3)",
    ])
    #expect(
      results == [
        "94.6%", "10.3\u{A0}pp", "25,720", "−1,234,567", "2.500", "2.5\u{A0}×\u{A0}10⁻³", "0.00", "∞",
      ])
  }

  @Test("Below zero a number has a minus sign, in every format and without one.")
  func minus() async throws {
    let results = try await evaluate([
      "0 - 0.2433", "0 - 3", "0 - 12.5", "0 - 0.103 | percent(1)", "0 - 0.103 | points(1)",
      "0 - 2.5 | fixed(3)", "0 - 25720 | integer", "0 - 0.0025 | scientific(1)", "-1 / (quick.epochs - 3)",
    ])
    #expect(
      results == [
        "−0.2433", "−3", "−12.5", "−10.3%", "−10.3\u{A0}pp", "−2.500", "−25,720",
        "−2.5\u{A0}×\u{A0}10⁻³", "−∞",
      ])
  }

  @Test("A claim's sides have a minus sign on the page, and its source stays as it was written.")
  func claims() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + "```{expect}\n- quick.loss - 100 > -200\n- 0.5 - 60% < -5pp\n```\n")
    defer { notebook.remove() }
    let claims = try await notebook.run().claims
    #expect(claims.map(\.source) == ["quick.loss - 100 > -200", "0.5 - 60% < -5pp"])
    #expect(claims.first?.left?.hasPrefix("−9") == true && claims.first?.right == "−200")
    #expect(claims.last?.left == "−10%" && claims.last?.right == "−5%")
  }

  @Test("A path leads through a fit's history to its last, first, best and numbered values.")
  func paths() async throws {
    let results = try await evaluate([
      "quick.loss == quick.history.loss.last", "quick.loss.first == quick.loss[0]",
      "quick.loss[2] == quick.loss",
      "quick.loss.best <= quick.loss.first", "quick.val_accuracy.best >= quick.val_accuracy[1]",
      "quick.epochs",
    ])
    #expect(results == ["true", "true", "true", "true", "true", "3"])
  }
}
