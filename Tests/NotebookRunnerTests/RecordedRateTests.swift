import Foundation
import NotebookResults
import NotebookRunner
import Testing

/// The learning rate as a series of a fit.
@Suite struct RecordedRateTests {
  /// `falling` halves its rate after each epoch, which has six steps: 45 samples in batches of 8.
  private static let text =
    TestNotebook.flowerCells
      + """
      ```{fit} falling
      from: quick
      optimizer: {sgd: {learning_rate: {piecewise_constant_decay: {boundaries: [5, 11], values: [0.4, 0.2, 0.1]}}}}
      ```

      ```{fit} steady
      from: quick
      reduce_lr_on_plateau: {patience: 50}
      ```

      ```{plot} rates
      fits: [falling, steady]
      metrics: [loss, learning_rate]
      ```

      ```{compare} side
      fits: [falling, quick]
      metrics: [learning_rate]
      ```

      It ends at {value}`falling.learning_rate`, {value}`falling.learning_rate[1]`, {value}`falling.learning_rate.first`.

      """

  private func run(_ text: String, store: ResultStore = ResultStore(nil)) async throws -> NotebookOutcome {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    return try await notebook.run(store: store)
  }

  private func cell(_ name: String, in outcome: NotebookOutcome) throws -> CellOutcome {
    try #require(outcome.cells.first { $0.name == name })
  }

  @Test("A rate that may change is a series of the history, for sentences and the file of results.")
  func series() async throws {
    let outcome = try await run(Self.text)
    let falling = try cell("falling", in: outcome)
    #expect(falling.value["history"]?["learning_rate"] == .series(.init([0.4, 0.2, 0.1], better: nil)))
    #expect(
      try cell("steady", in: outcome).value["history"]?["learning_rate"]
        == .series(.init([0.1, 0.1, 0.1], better: nil)))
    #expect(try cell("quick", in: outcome).value["history"]?["learning_rate"] == nil)
    let texts = outcome.inlineValues.sorted { $0.key < $1.key }.map(\.value)
    #expect(texts == [.text("0.1"), .text("0.2"), .text("0.4")])
    #expect(ResultsFile.text(of: outcome).contains("\"learning_rate\": ["))
  }

  @Test("The page of a fit shows it where it changes, with an axis and a column of its own.")
  func page() async throws {
    let outcome = try await run(Self.text)
    func charts(_ name: String) throws -> (quantities: [Words], columns: [Words]) {
      guard case .curves(let curves)? = try cell(name, in: outcome).outputs.first else {
        throw TestFailure("no curves")
      }
      return (curves.charts.map(\.quantity), curves.numbers.columns.map(\.title))
    }
    #expect(try charts("falling").quantities.last == .label(.learningRate))
    #expect(try charts("falling").columns.last == .label(.learningRate))
    for name in ["steady", "quick"] {
      #expect(try charts(name).quantities.contains(.label(.learningRate)) == false, "\(name)")
      #expect(try charts(name).columns.contains(.label(.learningRate)) == false, "\(name)")
    }
  }

  @Test("A plot draws it when asked to, and a comparison has its last value.")
  func plotted() async throws {
    let outcome = try await run(Self.text)
    let charts = try cell("rates", in: outcome).outputs.compactMap { output -> LineChart? in
      if case .chart(let chart) = output { chart } else { nil }
    }
    #expect(charts.map(\.quantity).last == .label(.learningRate))
    #expect(charts.count == 2)
    #expect(charts.last?.better == nil)
    #expect(charts.last?.lines.map(\.values) == [[0.4, 0.2, 0.1], [0.1, 0.1, 0.1]])
    #expect(charts.last?.lines.map(\.role) == [.setting, .setting])
    guard case .table(let table)? = try cell("side", in: outcome).outputs.first else {
      throw TestFailure("no table")
    }
    let column = try #require(table.columns.firstIndex { $0.title == .label(.learningRate) })
    #expect(table.rows.map { $0[column] } == [.magnitude(0.1), .empty])
  }

  @Test("Fits that differ in their seed alone share a line of rates.")
  func seeds() async throws {
    let twin = "```{fit} twin\nfrom: falling\nseed: 3\n```\n\n"
    let outcome = try await run(
      Self.text.replacing(
        "```{plot} rates\nfits: [falling, steady]", with: twin + "```{plot} rates\nfits: [falling, twin]"))
    guard case .chart(let chart)? = try cell("rates", in: outcome).outputs.last else {
      throw TestFailure("no chart")
    }
    #expect(chart.lines.map { $0.band?.runs } == [2])
    #expect(chart.lines.map(\.values) == [[0.4, 0.2, 0.1]])
  }

  @Test("Stored epochs keep their rates, and a longer fit goes on from them.")
  func stored() async throws {
    let notebook = try TestNotebook(Self.text)
    defer { notebook.remove() }
    let longer = Self.text.replacing("epochs: 3", with: "epochs: 5")
    let whole = try await run(longer)
    for (text, isAll) in [(Self.text, false), (Self.text, true), (longer, false), (longer, true)] {
      let store = ResultStore(StoreFolder(in: notebook.folder))
      let outcome = try await run(text, store: store)
      #expect(store.problems.isEmpty)
      #expect(try cell("falling", in: outcome).saved.isAll == isAll)
      if text == longer {
        #expect(try cell("falling", in: outcome).value == cell("falling", in: whole).value)
        #expect(try cell("falling", in: outcome).outputs == cell("falling", in: whole).outputs)
      }
    }
  }

  @Test(
    "A rate that never changes is no series, and none is the best.",
    arguments: [
      ("It is {value}`quick.learning_rate`.", "TB-X-107", "it is recorded if it may change"),
      ("It is {value}`falling.learning_rate.best`.", "TB-X-107", "it has: first, last"),
      (
        "```{plot}\nfits: [falling, quick]\nmetrics: [learning_rate]\n```", "TB-P-119", "it is recorded if"
      ),
      ("```{compare}\nfits: quick\nmetrics: [learning_rate]\n```", "TB-P-119", "it is recorded if"),
      ("```{fit}\nfrom: falling\nkeep: {best: learning_rate}\n```", "TB-P-151", "recorded: "),
    ])
  func mistakes(_ text: String, _ code: String, _ help: String) throws {
    let notebook = try TestNotebook(Self.text + text + "\n")
    defer { notebook.remove() }
    let found = try notebook.plan().diagnostics
    #expect(found.map(\.code) == [code], "\(found.map(\.message))")
    #expect(found.first?.help?.contains(help) == true, "\(found.first?.help ?? "")")
    if text.contains("{plot}") { #expect(found.first?.message == "quick recorded no \"learning_rate\"") }
  }

  @Test("The plan says where a longer fit is no continuation, and what would make it one.")
  func note() async throws {
    let text =
      Self.text
      + "```{fit} whole\nfrom: quick\noptimizer: {sgd: {learning_rate: {cosine_decay: 0.1}}}\n```\n\n"
      + "```{fit} cycle\nfrom: quick\noptimizer: {sgd: {learning_rate: {one_cycle: 0.1}}}\n```\n"
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    let plan = try #require(try notebook.plan().plan)
    let forecast = await NotebookRun(
      plan, locations: notebook.locations, store: ResultStore(nil), jobs: 1
    ) { _ in }.forecast()
    let notes = Dictionary(uniqueKeysWithValues: forecast.cells.map { ($0.name, $0.note) })
    let start = "its learning rate depends on `epochs`, so a longer fit starts again; with "
    let end = " it would go on from this one"
    #expect(notes["whole"] == start + "`decay_steps` or `decay_epochs`" + end)
    #expect(notes["cycle"] == start + "`total_steps` or `total_epochs`" + end)
    for name in ["quick", "falling", "steady"] { #expect(notes[name] == .some(nil), "\(name)") }
  }
}
