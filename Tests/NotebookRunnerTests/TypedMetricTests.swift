import NotebookResults
import NotebookRunner
import Testing

@Suite struct TypedMetricTests {
  private func run(_ prose: String) async throws -> RunAdviceFixture {
    try await RunAdviceFixture(TestNotebook.flowerCells + prose + "\n")
  }

  /// The accuracy that `quick` comes to, in percent.
  private func reached() async throws -> String {
    let outcome = try await RunAdviceFixture(
      TestNotebook.flowerCells + "{value}`quick.val_accuracy | percent(1)`\n"
    )
    .outcome
    let texts = outcome.inlineValues.values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return try #require(texts.first).replacing("%", with: "")
  }

  @Test(
    "A percentage beside a fit that came to another is warned of.",
    arguments: [
      ("`quick` gets 12.3 % right.", "12.3 %"),
      ("Here `quick.val_accuracy` is 12.3%, which is little.", "12.3%"),
      ("The *accuracy is **12 percent***.", "12 percent"),
      ("With an accuracy of 0.123 it stands still.", "0.123"),
      ("> The validation accuracy is 12.3 %.", "12.3 %"),
      ("It says {value}`quick.epochs` epochs, and 12.3 % are right.", "12.3 %"),
      ("`quick` の正解率は12.3％です。", "12.3％"),
      ("- one\n- of two: 99 % accuracy by `quick`", "99 %"),
      ("Quick gets 12.3 % right.", "12.3 %"), ("The quick fit reaches 12 percent.", "12 percent"),
      ("## Quick ends at 12.3 %", "12.3 %"),
      ("| fit | accuracy |\n|---|---|\n| quick | 12.3 % |", "12.3 %"),
      ("`quick` ends with a loss of 12.34.", "12.34"), ("At a 12.345 validation loss quick stops.", "12.345"),
      ("The accuracy of `quick` is 0.123.", "0.123"), ("The accuracy of the quick fit was 0.123.", "0.123"),
      ("Here `quick.val_accuracy` is 0.123, and little.", "0.123"), ("`quick`: accuracy = 0.123", "0.123"),
      ("The loss of `quick` is 12.34.", "12.34"), ("`quick.val_loss` is 12.34.", "12.34"),
      ("`quick.val_accuracy` is 12 %.", "12 %"), ("Guessing is no art. `quick` gets 12.3 % right.", "12.3 %"),
    ])
  func other(_ prose: String, _ written: String) async throws {
    let run = try await run(prose)
    #expect(run.findings == ["TB-G-110 " + written], "\(run.messages)")
  }

  @Test("The warning says in which line, and what the run came to.")
  func wording() async throws {
    let run = try await run("The accuracy of `quick` is 12.3 %.")
    let reached = try await reached()
    #expect(run.messages == ["line 21 says 12.3 %, and quick.val_accuracy is \(reached)%"])
  }

  @Test("Where no fit is named, the warning says that no fit came to it, and what the one above came to.")
  func unnamed() async throws {
    let run = try await run("The accuracy is 12.3 %.")
    let reached = try await reached()
    #expect(
      run.messages == [
        "line 21 says 12.3 %, and no result of this notebook has that value; right above, "
          + "quick.val_accuracy is \(reached)%"
      ])
  }

  @Test("Where no fit is named, what any of them came to in any epoch may be meant.")
  func anyFit() async throws {
    let other = "```{fit} other\nfrom: quick\noptimizer: {sgd: 0.0001}\nepochs: 1\nseed: 7\n```\n\n"
    let losses = try #require(
      try await run("").outcome.cells.first { $0.name == "quick" }?.value["history"]?["val_loss"])
    guard case .series(let series) = losses else { return #expect(Bool(false)) }
    let early = ValueFormat(.fixed, digits: 4).text(series.values[0])
    #expect(try await run(other + "The loss was \(early) before.").findings.isEmpty)
    let named = try await run(other + "The loss of `other` was \(early) before.")
    #expect(named.findings == ["TB-G-110 \(early)"])
  }

  @Test(
    "A sentence about chance, a guess, a baseline, a target, or what would be, says nothing of a run.",
    arguments: [
      "Chance is an accuracy of 12 %.", "With three classes, guessing gets an accuracy of 12 %.",
      "An accuracy above 12 % would be good.", "It could reach 12.3 %.",
      "The target is an accuracy of 0.123.",
      "A known baseline reaches 12.3 %.", "`quick` is far from our goal, a score of 12.3 %.",
      "偶然による正解率は12％です。",
    ])
  func supposed(_ prose: String) async throws {
    let run = try await run(prose)
    #expect(run.findings.isEmpty, "\(run.messages)")
  }

  @Test("A fit of such a name is a fit.")
  func namedBaseline() async throws {
    let run = try await run("```{fit} baseline\nfrom: quick\n```\n\nThe baseline reaches 12.3 %.")
    #expect(run.findings == ["TB-G-110 12.3 %"])
  }

  @Test("Of several fits that a paragraph names, the one is meant that came nearest.")
  func nearest() async throws {
    let other = "```{fit} slow\nfrom: quick\noptimizer: {sgd: {learning_rate: 0.00001}}\nseed: 7\n```\n\n"
    let notebook = other + "`quick` and `slow` differ: {value}`quick.val_accuracy - slow.val_accuracy`.\n\n"
    let ends = try await run(notebook).outcome
    let accuracy = try #require(ends.cells.first { $0.name == "slow" }?.value["history"]?["val_accuracy"])
    guard case .series(let series) = accuracy, let last = series.values.last else {
      return #expect(Bool(false))
    }
    let typed = (last * 100).rounded() - 3.4
    let run = try await run(other + "With `quick` as with `slow` it is \(typed) % right.")
    #expect(run.messages.count == 1 && run.messages[0].contains("slow.val_accuracy is"), "\(run.messages)")
  }

  @Test("What the run came to may be typed, as may what is left of it to the whole.")
  func same() async throws {
    let reached = try await reached()
    let rest = 100 - (try #require(Double(reached)))
    let prose = "`quick` gets \(reached) % right, and is wrong in \((rest * 10).rounded() / 10) %."
    #expect(try await run(prose).findings.isEmpty)
  }

  @Test(
    "Other numbers are not warned of: no percentages, shares of something else, and sentences that name no fit.",
    arguments: [
      "`quick` has 12.3 as its number.", "`quick` keeps 12 % of the samples.",
      "It learns from 12.3 % of them.",
      "`quick` is 12.3 percentage points better.", "`quick` is 12.3 %-points better, or 12.3%ポイント.",
      "\n## On accuracy\n\nAn accuracy of 12.3 % would be little.",
      "`quick` learns at a rate of 0.123, and its accuracy is good.",
      "It says `12.3 %` of `quick`, and $12.3 \\%$.",
      "Version 1.12.3 % of `quick`.", "Quickly, 12.3 % of them are gone.",
      "`quick` has a loss of {value}`quick.val_loss | fixed(2)`, and another would have 12.3.",
    ])
  func silent(_ prose: String) async throws {
    let run = try await run(prose)
    #expect(run.findings.isEmpty, "\(run.messages)")
  }

  @Test("Another figure that is meant can be allowed within the paragraph or right above it.")
  func allowed() async throws {
    #expect(try await run("`quick` gets 12.3 %. <!-- allow: typed_metric -->").findings.isEmpty)
    #expect(try await run("<!-- allow: typed_metric -->\n`quick` gets 12.3 %.").findings.isEmpty)
    #expect(
      try await run("<!-- allow: typed_metric -->\nIt is so.\n\n`quick` gets 12.3 %.").findings
        == ["TB-G-104 typed_metric", "TB-G-110 12.3 %"])
  }

  @Test("What another fit came to may be typed to compare with.")
  func compared() async throws {
    let reached = try await reached()
    let prose = "```{fit} longer\nfrom: quick\nepochs: 60\n```\n\n`longer` is better than \(reached) %.\n"
    #expect(try await run(prose).findings.isEmpty)
  }
}
