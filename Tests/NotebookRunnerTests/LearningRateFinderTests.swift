import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct LearningRateFinderTests {
  private static let finder =
    "```{lr_find} rates\nfit: quick\nstart_learning_rate: 0.0001\nsteps: 60\n```\n\n"
  private static let text =
    TestNotebook.flowerCells + finder + "A rate of {value}`rates.suggestion`.\n\n"
    + "```{expect}\n- rates.suggestion within 0.0001..10\n- rates.steps <= 100\n```\n"

  private func run(
    _ text: String, store: ResultStore = ResultStore(nil), jobs: Int = 1
  ) async throws -> [String: CellOutcome] {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    let outcome = try await notebook.run(jobs: jobs, store: store)
    #expect(outcome.claims.allSatisfy { $0.verdict == .holds })
    return Dictionary(outcome.cells.compactMap { cell in cell.name.map { ($0, cell) } }) { $1 }
  }

  private func number(_ value: Value?) throws -> Double {
    guard case .number(let number)? = value else { throw TestFailure("no number") }
    return number
  }

  @Test("It suggests a rate, as a number for sentences and claims, and marks it in a chart.")
  func suggestion() async throws {
    let rates = try #require(try await run(Self.text)["rates"])
    let suggestion = try number(rates.value["suggestion"])
    guard case .xyCharts(let charts)? = rates.outputs.first, let chart = charts.first,
      case .list(let losses)? = rates.value["losses"], case .list(let tried)? = rates.value["learning_rates"]
    else { throw TestFailure("no chart") }
    #expect(chart.x.isLogarithmic && !chart.y.isLogarithmic)
    #expect(chart.reference?.from.x == suggestion)
    #expect(chart.reference?.to.x == suggestion)
    #expect(chart.series[0].points.map(\.y).map(Value.number) == losses)
    #expect(chart.series[0].points.map(\.x).map(Value.number) == tried)
    #expect(chart.numbers.rows.count == losses.count && tried.contains(.number(suggestion)))
    #expect(rates.value["steps"] == .integer(losses.count))
    #expect(tried.contains(.number(try number(rates.value["steepest"]))))
  }

  @Test("It leaves no trace in the fit, and starts from the fit's first weights.")
  func traceless() async throws {
    let with = try await run(Self.text)
    let without = try await run(TestNotebook.flowerCells)
    #expect(with["quick"]?.value == without["quick"]?.value)
    #expect(with["quick"]?.outputs == without["quick"]?.outputs)
    #expect(with["quick"]?.digest == without["quick"]?.digest)
    // What a fit before it has learned tells in the first loss.
    let later = Self.text.replacing("fit: quick\nstart", with: "fit: later\nstart").replacing(
      "```{lr_find}", with: "```{fit} later\nfrom: quick\nweights: quick\n```\n\n```{lr_find}")
    #expect(try await run(later)["rates"]?.value != with["rates"]?.value)
  }

  @Test(
    "It depends on what the steps depend on, and not on the fit's length, measurements or choice of weights.")
  func dependencies() async throws {
    let notebook = try TestNotebook(Self.text)
    defer { notebook.remove() }
    func isStored(_ text: String) async throws -> Bool {
      try await run(text, store: ResultStore(StoreFolder(in: notebook.folder)))["rates"]?.saved.isAll == true
    }
    #expect(try await !isStored(Self.text))
    for (old, new) in [
      ("epochs: 3", "epochs: 4"), ("metrics: [accuracy]\n", ""), ("validation_data: flowers\n", ""),
      ("epochs: 3", "epochs: 3\nkeep: {best: val_loss}"), ("epochs: 3", "epochs: 3\neval: false"),
    ] {
      #expect(try await isStored(Self.text.replacing(old, with: new)), "\(new)")
    }
    for (old, new) in [
      ("batch_size: 8", "batch_size: 9"), ("epochs: 3", "epochs: 3\nseed: 9"), ("units: 8", "units: 9"),
      ("steps: 60", "steps: 61"), ("epochs: 3", "epochs: 3\nshuffle: false"),
      ("optimizer: {sgd: {learning_rate: 0.1}}", "optimizer: adam"), ("test_split: 0.25", "test_split: 0.2"),
    ] {
      #expect(try await !isStored(Self.text.replacing(old, with: new)), "\(new)")
    }
  }

  @Test("Its result is the same for any number of jobs, stored or computed again.")
  func same() async throws {
    let notebook = try TestNotebook(Self.text)
    defer { notebook.remove() }
    let one = try await run(Self.text)["rates"]
    for refresh in [Refresh.nothing, .nothing, .everything] {
      let store = ResultStore(StoreFolder(in: notebook.folder), refresh: refresh)
      let other = try await run(Self.text, store: store, jobs: 8)["rates"]
      #expect(other?.value == one?.value)
      #expect(other?.outputs == one?.outputs)
      #expect(other?.digest == one?.digest)
    }
  }

  @Test("It works for a fit that is not computed, and for one that fails for its rate.")
  func failingFit() async throws {
    let good = try await run(Self.text)["rates"]
    let idle = Self.text.replacing("epochs: 3", with: "epochs: 3\neval: false")
    #expect(try PracticeFixture(idle).codes.isEmpty)
    #expect(try await run(idle)["rates"]?.value == good?.value)
    func line(_ rate: String) -> String {
      """
      ```{load} numbers
      dataset: {csv: {path: numbers.csv, target: kind}}
      ```

      ```{model} line
      layers: [dense: 1]
      ```

      ```{fit} wild
      model: line
      data: numbers
      loss: mean_squared_error
      optimizer: {sgd: {learning_rate: \(rate)}}
      epochs: 3
      ```

      ```{lr_find} rates
      fit: wild
      ```

      """
    }
    let (tame, wild) = (try await run(line("0.01")), try await run(line("1e38")))
    guard case .failed? = wild["wild"]?.status else { throw TestFailure("the fit does not fail") }
    guard case .ok? = tame["wild"]?.status else { throw TestFailure("the other fails too") }
    #expect(wild["rates"]?.value == tame["rates"]?.value && wild["rates"]?.value["suggestion"] != nil)
  }

  @Test("A test in which the loss never falls fails with the reason.")
  func noFall() async throws {
    for (options, words) in [
      ("start_learning_rate: 1e6\nend_learning_rate: 1e7\nsteps: 60", "grew beyond bounds after"),
      (
        "start_learning_rate: 1e-30\nend_learning_rate: 1e-29\nsteps: 10",
        "the loss falls at none of them"
      ),
    ] {
      let text =
        TestNotebook.flowerCells.replacing("batch_size: 8", with: "batch_size: 45")
        + "```{lr_find} rates\nfit: quick\n\(options)\n```\n"
      let rates = try await run(text)["rates"]
      guard case .failed(let message, let help)? = rates?.status else { throw TestFailure("\(options)") }
      #expect(message.contains(words) && help != nil, "\(message)")
    }
  }

  @Test("The plan estimates it by the epochs of its fit.")
  func forecast() async throws {
    let notebook = try TestNotebook(Self.text)
    defer { notebook.remove() }
    let plan = try #require(try notebook.plan().plan)
    let forecast = await NotebookRun(
      plan, locations: notebook.locations, store: ResultStore(nil), jobs: 1
    ) { _ in }.forecast()
    let rates = try #require(forecast.cells.first { $0.name == "rates" })
    let quick = try #require(forecast.cells.first { $0.name == "quick" })
    // 60 steps of six in an epoch, beside three epochs.
    #expect(rates.work == .computed)
    let (seconds, epochs) = (try #require(rates.seconds), try #require(quick.seconds))
    #expect(abs(seconds - epochs * 10 / 3) < 1e-9 * seconds)
    #expect(plan.cells.contains { $0.name == "rates" } && forecast.unknown.isEmpty)
  }
}
