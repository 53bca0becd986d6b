import Diagnostics
import NotebookResults
import NotebookRunner
import Testing

@Suite struct BeyondSeedsTests {
  /// Results of two fits over five seeds, of a third in another order, and of one with a single seed.
  private static let values: [String: Value] = [
    "a": accuracies([0.91, 0.92, 0.90, 0.93, 0.915]), "b": accuracies([0.89, 0.90, 0.895, 0.90, 0.905]),
    "c": accuracies([0.92, 0.90, 0.91, 0.89, 0.93]), "one": .record([.init("x", .number(0.9))]),
  ]

  private static func accuracies(_ numbers: [Double]) -> Value {
    .seeds(numbers.enumerated().map { SeedValue(seed: $0, .record([.init("x", .number($1))])) })
  }

  private func expression(_ written: String) throws -> Expression {
    try ExpressionParser.parse(SourceText(written, at: SourceRange(0, written.utf8.count)))
  }

  private let evaluator = ExpressionEvaluator(values: values)

  @Test("A claim holds where the paired test over the seeds supports it, with the right sign.")
  func claims() throws {
    for (written, holds) in [
      ("a.x > b.x beyond seeds", true), ("b.x < a.x beyond seeds", true), ("b.x > a.x beyond seeds", false),
      ("a.x > c.x", true), ("a.x > c.x beyond seeds", false), ("a.x > 90% beyond seeds", true),
      ("a.x - b.x >= 1pp beyond seeds", false), ("a.x > one.x beyond seeds", true),
      ("a.x > b.x beyond seeds and a.x > c.x", true), ("not a.x > c.x beyond seeds", true),
      ("mean(a.x, b.x) > b.x beyond seeds", true),
    ] {
      #expect(evaluator.value(of: try expression(written)) == .flag(holds), "\(written)")
    }
  }

  @Test("Rounding is no difference: sides that are equal on paper are equal in every comparison.")
  func rounding() throws {
    let values = [
      "e": Self.accuracies([0.8, 0.8, 0.8, 0.8, 0.8]), "f": Self.accuracies([0.7, 0.7, 0.7, 0.7, 0.7]),
    ]
    let evaluator = ExpressionEvaluator(values: values)
    for (written, holds) in [
      ("e.x - f.x == 10pp", true), ("e.x - f.x > 10pp", false), ("e.x - f.x >= 10pp", true),
      ("e.x - f.x <= 10pp", true), ("10pp < e.x - f.x", false), ("0.3 - 0.2 >= 10pp", true),
      ("0.3 - 0.2 within 10pp..20pp", true), ("e.x > f.x + 10pp beyond seeds", false),
      ("e.x > f.x + 9pp beyond seeds", true),
    ] {
      #expect(evaluator.value(of: try expression(written)) == .flag(holds), "\(written)")
    }
  }

  // scipy.stats.ttest_rel and ttest_1samp give p = 0.01754, 0.66529 and 0.03994.
  @Test("A claim shows the difference, its spread and the p-value of SciPy.")
  func readings() throws {
    func readings(_ written: String) throws -> [String] {
      evaluator.readings(of: try expression(written), inShares: true).map { "\($0.path) \($0.value)" }
    }
    #expect(
      try readings("a.x > b.x beyond seeds") == ["difference +1.70 ± 0.97\u{A0}pp", "seeds 5", "p 0.0175"])
    #expect(
      try readings("a.x > c.x beyond seeds") == ["difference +0.50 ± 2.40\u{A0}pp", "seeds 5", "p 0.67"])
    #expect(
      try readings("a.x > 90% beyond seeds") == ["difference +1.50 ± 1.12\u{A0}pp", "seeds 5", "p 0.0399"])
  }

  private func codes(_ claim: String) throws -> [String] {
    let fits = [("four", "4"), ("five", "5"), ("other", "[3, 4, 5, 6, 7, 8]")].map {
      "```{fit} \($0)\nfrom: quick\nseeds: \($1)\n```\n\n"
    }.joined()
    let notebook = try TestNotebook(TestNotebook.flowerCells + fits + "```{expect}\n- \(claim)\n```\n")
    defer { notebook.remove() }
    return try notebook.plan().diagnostics.map(\.code)
  }

  @Test(
    "Fewer than five common seeds are an error before anything is trained.",
    arguments: [
      "four.val_accuracy > 0.1 beyond seeds", "five.val_accuracy > other.val_accuracy beyond seeds",
      "quick.val_accuracy > 0.1 beyond seeds", "five.val_accuracy.max > 0.1 beyond seeds",
    ])
  func fewSeeds(_ claim: String) throws { #expect(try codes(claim) == ["TB-X-126"]) }

  @Test("It follows an order of two sides alone.")
  func grammar() throws {
    #expect(try codes("five.val_accuracy > quick.val_accuracy beyond seeds").isEmpty)
    #expect(try codes("five.val_accuracy == quick.val_accuracy beyond seeds") == ["TB-X-102"])
    #expect(try codes("five.val_accuracy within 0..1 beyond seeds") == ["TB-X-102"])
    #expect(try codes("five.val_accuracy > quick.val_accuracy beyond doubt") == ["TB-X-102"])
  }

  @Test("A claim of fits with seeds that does not say so is warned of where the test does not support it.")
  func unsaid() async throws {
    let cells =
      TestNotebook.flowerCells + "```{fit} five\nfrom: quick\nseeds: 5\n```\n\n```{fit} alike\nfrom: five\n"
      + "batch_size: 8\n```\n\n```{fit} hardly\nfrom: five\noptimizer: {sgd: 0.000001}\n```\n\n"
    let chance = try await RunAdviceFixture(cells + "```{expect}\n- five.val_loss <= alike.val_loss\n```\n")
    #expect(chance.findings == ["TB-G-109 five.val_loss <= alike.val_loss"])
    #expect(chance.messages.first?.contains("over 5 seeds") == true)
    let noticed = chance.outcome.notices.contains {
      if case .phrase(.claimWithinSeeds, _) = $0.words { true } else { false }
    }
    #expect(noticed)
    let sure = try await RunAdviceFixture(
      cells
        + "```{expect}\n- five.val_loss < hardly.val_loss\n- five.val_loss < hardly.val_loss beyond seeds\n```\n"
    )
    #expect(sure.findings.isEmpty, "\(sure.messages)")
    let verdicts = sure.outcome.claims.map(\.verdict)
    #expect(verdicts == [.holds, .holds])
  }
}
