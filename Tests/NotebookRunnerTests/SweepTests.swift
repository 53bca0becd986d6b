import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct SweepTests {
  /// A fit of the flowers that is not trained itself, in tenths of a second.
  private static let base =
    TestNotebook.flowerCells.replacing(
      "validation_data: flowers", with: "validation_split: 0.25\neval: false")
    + "\n"

  private static func sweep(_ options: String, fit: String = "quick") -> String {
    base + "```{sweep} search\nfit: \(fit)\n\(options)\n```\n\n"
  }

  private static let grid = sweep(
    "method: grid\nparameters:\n  learning_rate: [0.01, 0.1]\n  batch_size: [8, 32]")

  private func outcome(
    _ text: String, store: ResultStore = ResultStore(nil), jobs: Int = 1
  ) async throws -> NotebookOutcome {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    return try await notebook.run(jobs: jobs, store: store)
  }

  private func value(_ text: String, jobs: Int = 1, of cell: String = "search") async throws -> Value {
    let outcome = try await outcome(text, jobs: jobs)
    return try #require(outcome.cells.first { $0.name == cell }?.value)
  }

  private func number(_ value: Value?) throws -> Double {
    switch value {
    case .number(let number)?: return number
    case .integer(let integer)?: return Double(integer)
    default: throw TestFailure("no number but \(String(describing: value))")
    }
  }

  private func trials(_ value: Value) throws -> [Value] {
    guard case .list(let trials)? = value["trials"] else { throw TestFailure("no trials") }
    return trials
  }

  @Test("A grid trains each combination, the last parameter fastest, and its best is the best of them.")
  func grid() async throws {
    let search = try await value(Self.grid)
    let trials = try trials(search)
    let settings = try trials.map { trial in
      [try number(trial["config"]?["learning_rate"]), try number(trial["config"]?["batch_size"])]
    }
    #expect(settings == [[0.01, 8], [0.01, 32], [0.1, 8], [0.1, 32]])
    let scores = try trials.map { try number($0["val_accuracy"]) }
    let best = try number(search["best"]?["trial"])
    #expect(scores[Int(best)] == scores.max() && scores.firstIndex(of: scores[Int(best)]) == Int(best))
    #expect(search["best"]?["config"] == trials[Int(best)]["config"])
  }

  @Test("A trial is the fit that has its settings written out, and shares its stored epochs.")
  func sharing() async throws {
    let notebook = try TestNotebook(Self.grid)
    defer { notebook.remove() }
    func store() -> ResultStore { ResultStore(StoreFolder(in: notebook.folder)) }
    let search = try await outcome(Self.grid, store: store())
    let written =
      Self.base.replacing("eval: false", with: "eval: true").replacing(
        "batch_size: 8", with: "batch_size: 32"
      )
      .replacing("learning_rate: 0.1", with: "learning_rate: 0.01")
    let single = try await outcome(written, store: store())
    let fit = try #require(single.cells.first { $0.name == "quick" })
    #expect(fit.saved.isAll)
    let trials = try trials(try #require(search.cells.first { $0.name == "search" }?.value))
    guard case .series(let accuracies)? = fit.value["history"]?["val_accuracy"] else {
      throw TestFailure("no accuracies")
    }
    #expect(try number(trials[1]["val_accuracy"]) == accuracies.values.last)
  }

  @Test("Parameters are those of the model or the notebook, or options of the fit, and change nothing else.")
  func targets() async throws {
    let text = Self.base.replacing("units: 8", with: "units: \"${units}\"")
      .replacing("```{model} small\n", with: "```{model} small\nparams: {units: 8}\n")
    let swept =
      text
      + "```{sweep} search\nfit: quick\nmethod: grid\nparameters: {units: [4, 8], optimizer.sgd.momentum: [0, 0.5]}\n```\n"
    let trials = try trials(try await value(swept))
    #expect(try trials.map { try number($0["config"]?["units"]) } == [4, 4, 8, 8])
    #expect(try trials.map { try number($0["config"]?["momentum"]) } == [0, 0.5, 0, 0.5])
    let plain = try trials.map { try number($0["val_accuracy"]) }
    let single = try await value(Self.base.replacing("eval: false", with: "eval: true"), of: "quick")
    guard case .series(let accuracies)? = single["history"]?["val_accuracy"] else {
      throw TestFailure("no accuracies")
    }
    #expect(plain[2] == accuracies.values.last)
  }

  @Test(
    "The results are the same with one job and with two, by any method, with seeds and early termination.",
    arguments: ["halton", "random", "{tpe: {batch: 3, startup: 4}}"])
  func jobs(method: String) async throws {
    let text = Self.sweep(
      "method: \(method)\nseeds: 2\ntrials: 9\nearly_terminate: {hyperband: {min_epochs: 1, eta: 3}}\nparameters:\n"
        + "  learning_rate: {min: 0.001, max: 1, distribution: log_uniform_values}\n  batch_size: [8, 16, 32]"
    )
    let one = try await outcome(text)
    let two = try await outcome(text, jobs: 2)
    #expect(one.cells.map(\.value) == two.cells.map(\.value))
    #expect(one.cells.map(\.outputs) == two.cells.map(\.outputs))
    #expect(one.cells.last.map { try? trials($0.value).count } == 9)
  }

  @Test("With early termination, trials that are not promoted have the epochs of their last rung.")
  func rungs() async throws {
    let search = try await value(
      Self.sweep(
        "trials: 9\nearly_terminate: {successive_halving: {min_epochs: 1, eta: 3}}\nparameters:\n"
          + "  learning_rate: {min: 0.001, max: 1, distribution: log_uniform_values}"))
    let trials = try trials(search)
    let epochs = try trials.map { try number($0["epochs"]) }
    #expect(epochs.count { $0 == 3 } == 3 && epochs.count { $0 == 1 } == 6)
    #expect(trials.allSatisfy { $0["stopped"] == .flag($0["epochs"] == .integer(1)) })
    // Nine first epochs, and two more for each of three trials.
    #expect(search["epochs_trained"] == .integer(15))
    #expect(try number(search["best"]?["epochs"]) == 3)
  }

  @Test(
    "The number of epochs can be a setting, too, or a parameter that it reads, and `plan` counts them.",
    arguments: ["epochs", "rounds"])
  func sweptEpochs(name: String) async throws {
    let text = Self.sweep("method: grid\nparameters: {\(name): [1, 2, 5]}").replacing(
      "epochs: 3", with: name == "epochs" ? "epochs: 3" : "epochs: \"${rounds}\"\nparams: {rounds: 3}")
    let search = try await value(text)
    #expect(search["epochs_trained"] == .integer(8))
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    let plan = try #require(try notebook.plan().plan)
    let forecast = await NotebookRun(
      plan, locations: notebook.locations, store: ResultStore(nil), jobs: 1
    ) { _ in }.forecast()
    #expect(forecast.cells.last?.note == "3 trials, 8 epochs in all")
  }

  @Test("Trials that differ in numbers of the optimizer alone are the fits that have them written out.")
  func numbersOfTheOptimizer() async throws {
    let momentums = [0, 0.5, 0.9]
    let text = Self.sweep(
      "method: grid\nmetric: val_loss\nparameters: {learning_rate: [0.05], optimizer.sgd.momentum: \(momentums)}"
    )
    let losses = try trials(try await value(text)).map { try number($0["val_loss"]) }
    #expect(Set(losses).count == 3)
    for (loss, momentum) in zip(losses, momentums) {
      let written = Self.base.replacing("eval: false", with: "eval: true").replacing(
        "learning_rate: 0.1", with: "learning_rate: 0.05, momentum: \(momentum)")
      guard case .series(let history)? = try await value(written, of: "quick")["history"]?["val_loss"]
      else {
        throw TestFailure("no losses")
      }
      #expect(loss == history.values.last)
    }
  }

  @Test("A trial that diverges has failed, and the others go on.")
  func divergence() async throws {
    let search = try await value(
      Self.sweep("method: grid\nparameters: {learning_rate: [0.1, 1e38]}").replacing("tanh", with: "relu"))
    #expect(search["failed"] == .integer(1))
    #expect(try trials(search)[1]["failed"] == .flag(true))
    #expect(search["best"]?["trial"] == .integer(0))
  }

  @Test("The best trial is a fit for the cells below it.")
  func best() async throws {
    let outcome = try await outcome(
      Self.grid + "```{evaluate} report\nfit: search.best\n```\n\n```{plot}\nfits: search.best\n```\n\n"
        + "```{fit} next\nfrom: quick\neval: true\nweights: search.best\n```\n\n"
        + "```{compare}\nfits: [search.best, next]\n```\n\n"
        + "```{expect}\n- report.accuracy > 20%\n- search.best.val_accuracy >= search.trials[3].val_accuracy\n```\n"
    )
    #expect(outcome.claims.allSatisfy { $0.verdict == .holds })
    #expect(outcome.cells.allSatisfy { if case .failed = $0.status { false } else { true } })
    let tables = outcome.cells.flatMap(\.outputs).compactMap { output -> Table? in
      if case .table(let table) = output, table.columns.first?.title == .label(.run) { table } else { nil }
    }
    // What every cell takes is no setting of a fit.
    #expect(tables.count == 1 && !tables[0].columns.contains { $0.title == .verbatim("eval") })
  }

  @Test("Trials of a fit that keeps its best epoch are ranked by that epoch.")
  func keptEpochs() async throws {
    let kept = "```{fit} kept\nfrom: quick\nkeep: {best: val_accuracy}\nepochs: 9\n```\n\n"
    let sweep =
      "```{sweep} search\nfit: kept\nmethod: grid\nmetric: val_loss\n"
      + "parameters: {learning_rate: [0.5, 1]}\n```\n"
    let search = try await value(Self.base + kept + sweep)
    let best = try #require(search["best"])
    guard case .series(let losses)? = best["history"]?["val_loss"] else { throw TestFailure("no losses") }
    let epoch = Int(try number(best["best_epoch"]))
    #expect(epoch < 8, "the last epoch is the best one")
    #expect(try number(search["val_loss"]) == losses.values[epoch])
    let scores = try trials(search).map { try number($0["val_loss"]) }
    #expect(scores.count == 2 && scores.min() == losses.values[epoch])
  }

  @Test("A sweep that was stopped goes on with the trials that are missing.")
  func goesOn() async throws {
    let notebook = try TestNotebook(Self.grid)
    defer { notebook.remove() }
    func store() -> ResultStore { ResultStore(StoreFolder(in: notebook.folder)) }
    let half = Self.grid.replacing("batch_size: [8, 32]", with: "batch_size: [8]")
    _ = try await outcome(half, store: store())
    let whole = try await outcome(Self.grid, store: store())
    let search = try #require(whole.cells.first { $0.name == "search" })
    #expect(search.saved.epochs == 6 && !search.saved.isAll)
    #expect(search.value == (try await value(Self.grid)))
  }

  @Test("A range with a step draws its multiples, which are whole numbers where the step is.")
  func steps() async throws {
    let text = Self.sweep("trials: 6\nparameters: {batch_size: {min: 2, max: 8, q: 2}}")
    let sizes = try trials(try await value(text)).map { try number($0["config"]?["batch_size"]) }
    #expect(Set(sizes).count > 1 && Set(sizes).isSubset(of: [2, 4, 6, 8]))
  }

  @Test(
    "What cannot be searched is said at its place, before anything trains.",
    arguments: [
      ("parameters: {learning_rte: [1]}\ntrials: 1", "TB-P-201", "did you mean \"learning_rate\"?"),
      ("method: grid\nparameters: {learning_rate: {min: 0.1, max: 1}}", "TB-P-207", "is a range"),
      ("parameters: {learning_rate: [0.1]}", "TB-P-208", "halton"),
      ("method: grid\nparameters: {batch_size: [8]}\ntrials: 2", "TB-P-209", "1 combination"),
      ("trials: 2\nparameters: {learning_rate: {min: -1, max: 1}}", "TB-O-104", "not -1"),
      ("method: grid\nparameters: {batch_size: [8, 0]}", "TB-O-104", "not 0"),
      ("method: grid\nparameters: {batch_size: [8]}\nmetric: val_acc", "TB-P-119", "val_accuracy"),
      ("parameters: {learning_rate: [0.1, -1]}\ntrials: 4", "TB-O-104", "not -1"),
      ("points: [{learning_rate: 0.1}, {learning_rate: 0.2}, {learning_rate: -1}]", "TB-O-104", "not -1"),
      (
        "trials: 2\nparameters: {learning_rate: {min: 0.1, max: 1, q: 0.1, distribution: uniform}}",
        "TB-P-219",
        "`uniform` has no `q`"
      ),
      ("trials: 2\nparameters: {learning_rate: {min: 0.1, max: 1, mu: 2}}", "TB-P-219", "`min`"),
      ("parameters: {learning_rate: [0.1]}\ntrials: 10000000", "TB-O-104", "not 10000000"),
      (
        "method: grid\nparameters: {rounds: [1, 2]}\nearly_terminate: hyperband", "TB-P-213",
        "early termination"
      ),
      (
        "method: grid\nparameters: {epochs: [1, 2]}\nearly_terminate: hyperband", "TB-P-213",
        "early termination"
      ),
    ])
  func mistakes(options: String, code: String, words: String) throws {
    let notebook = try TestNotebook(
      Self.sweep(options).replacing("epochs: 3", with: "epochs: \"${rounds}\"\nparams: {rounds: 3}"))
    defer { notebook.remove() }
    let errors = try notebook.plan().diagnostics.filter { $0.severity == .error }
    let found = try #require(errors.first)
    #expect(found.code == code && found.message.contains(words), "\(found.message)")
    #expect(errors.count == 1)
  }

  @Test("Trials ranked by test samples are refused, unless the author means it.")
  func testSamples() throws {
    let options = "method: grid\nparameters: {batch_size: [8, 16]}"
    let text = Self.sweep(options).replacing("validation_split: 0.25", with: "validation_data: flowers")
    let refused = try TestNotebook(text)
    defer { refused.remove() }
    #expect(try refused.plan().diagnostics.contains { $0.code == "TB-P-212" })
    let meant = try TestNotebook(text.replacing(options, with: options + "\nallow: test_selection"))
    defer { meant.remove() }
    #expect(try meant.plan().diagnostics.allSatisfy { $0.severity != .error && $0.code != "TB-G-104" })
  }
}
