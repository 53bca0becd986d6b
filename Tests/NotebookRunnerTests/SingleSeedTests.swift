import NotebookResults
import NotebookRunner
import Testing

@Suite struct SingleSeedTests {
  private func run(_ claims: String) async throws -> RunAdviceFixture {
    try await RunAdviceFixture(RunAdviceFixture.cells + claims)
  }

  private func isNoticed(_ run: RunAdviceFixture) -> Bool {
    run.outcome.notices.contains { if case .phrase(.claimWithinChance, _) = $0.words { true } else { false } }
  }

  @Test(
    "A claim that ranks two fits within what chance brings is warned of, in the terminal and on the page.")
  func withinChance() async throws {
    let run = try await run("```{expect}\n- twin.val_accuracy >= quick.val_accuracy\n```\n")
    #expect(run.findings == ["TB-G-109 twin.val_accuracy >= quick.val_accuracy"])
    #expect(
      run.messages.first?.hasPrefix("the two differ by 0.00\u{A0}pp, and on 15 samples chance alone") == true)
    #expect(isNoticed(run))
  }

  @Test(
    "However the claim is written, and whether validation or a report is compared.",
    arguments: [
      "quick.val_accuracy <= twin.val_accuracy and quick.epochs == 3",
      "twin.val_accuracy + 0pp >= quick.val_accuracy",
      "twin_report.accuracy >= quick.val_accuracy", "twin.val_accuracy - quick.val_accuracy >= 0",
      "quick.val_accuracy - twin.val_accuracy <= 0pp", "0 >= -(twin.val_accuracy - quick.val_accuracy)",
      "100 * twin.val_accuracy >= quick.val_accuracy * 100",
    ])
  func spellings(_ claim: String) async throws {
    let run = try await run("```{evaluate} twin_report\nfit: twin\n```\n\n```{expect}\n- \(claim)\n```\n")
    #expect(run.findings.map { $0.prefix(8) } == ["TB-G-109"])
  }

  @Test("A difference claimed to be above a margin is a rank, and so is one below a negative margin.")
  func margins() async throws {
    let (one, other) = ("quick.val_accuracy[0]", "untrained.val_accuracy")
    let run = try await run(
      "```{expect}\n- \(one) - \(other) > 0.01\n- \(other) - \(one) < -1pp\n"
        + "- \(one) - \(other) > -0.9\n- \(one) - \(other) < 99pp\n```\n")
    #expect(
      run.findings == ["TB-G-109 \(one) - \(other) > 0.01", "TB-G-109 \(other) - \(one) < -1pp"],
      "\(run.messages)")
  }

  @Test("A difference that chance does not bring is not warned of.")
  func beyondChance() async throws {
    let run = try await run("```{expect}\n- trained.val_accuracy > untrained.val_accuracy\n```\n")
    #expect(run.findings.isEmpty && !isNoticed(run), "\(run.messages)")
  }

  @Test(
    "Means over several fits, what is no accuracy, one fit by itself, and what claims no rank are not warned of.",
    arguments: [
      "(twin.val_accuracy + trained.val_accuracy) / 2 >= (quick.val_accuracy + untrained.val_accuracy) / 2 - 1",
      "twin.val_loss <= quick.val_loss", "quick.val_accuracy >= quick.val_accuracy.first - 1",
      "twin.val_accuracy >= quick.val_accuracy - 1pp", "twin.val_accuracy == quick.val_accuracy",
      "twin.weights_digest == quick.weights_digest", "quick.val_accuracy within 0%..100%",
    ])
  func other(_ claim: String) async throws {
    let run = try await run("```{expect}\n- \(claim)\n```\n")
    #expect(run.findings.isEmpty, "\(run.messages)")
  }

  @Test("A claim can be allowed to rest on a single seed, and where none does the allowance is needless.")
  func allowed() async throws {
    let allowed = try await run(
      "```{expect}\nclaims: [twin.val_accuracy >= quick.val_accuracy]\nallow: single_seed\n```\n")
    #expect(allowed.findings.isEmpty && !isNoticed(allowed))
    let needless = try await run(
      "```{expect}\nclaims: [trained.val_accuracy > untrained.val_accuracy]\nallow: single_seed\n```\n")
    #expect(needless.findings == ["TB-G-104 single_seed"])
  }

  @Test("Where a cell failed, nothing is called needless, for what it would have warned of is not known.")
  func failed() async throws {
    let run = try await run(
      """
      ```{model} linear
      layers: [{dense: {units: 3}}]
      ```

      ```{fit} diverged
      from: quick
      model: linear
      loss: mean_squared_error
      optimizer: {sgd: 1e30}
      allow: learning_rate
      ```

      ```{expect}
      claims: [diverged.val_accuracy >= quick.val_accuracy]
      allow: single_seed
      ```

      """)
    #expect(run.findings.map { $0.prefix(8) } == ["TB-R-101", "TB-R-104"])
  }
}
