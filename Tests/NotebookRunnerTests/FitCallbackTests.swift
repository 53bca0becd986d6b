import Diagnostics
import Foundation
import NotebookResults
import NotebookRunner
import Testing

/// Options of a fit that watch its epochs, on a training whose validation loss soon rises.
@Suite struct FitCallbackTests {
  private static func text(_ epochs: Int, _ options: String) -> String {
    """
    ```{load} data
    dataset: {csv: {path: noise.csv, label: kind}}
    test_split: 0.15
    ```

    ```{model} net
    layers: [{dense: {units: 40, activation: tanh}}, {dense: {units: 3, activation: softmax}}]
    ```

    ```{fit} run
    model: net
    data: data
    optimizer: {adam: {learning_rate: 0.03}}
    metrics: [accuracy]
    validation_split: 0.4
    epochs: \(epochs)
    \(options)
    ```

    ```{evaluate} report
    fit: run
    ```

    """
  }

  /// Points of three kinds that lie close together, in a space with as many dimensions as some samples can fill.
  private static let noise: Data = {
    let rows = (0..<80).map { row in
      let numbers = (0..<12).map { column in
        let noise = sin(Double(row * 37 + column * column * 11 + column) * 12.9898) * 43_758.5453
        return noise - noise.rounded(.down) + (column == row % 3 ? 0.5 : 0)
      }
      return (numbers.map { "\($0)" } + ["k\(row % 3)"]).joined(separator: ",")
    }
    let names = (0..<12).map { "x\($0)" } + ["kind"]
    return Data(([names.joined(separator: ",")] + rows).joined(separator: "\n").utf8)
  }()

  private static func notebook(_ text: String) throws -> TestNotebook {
    try TestNotebook(text, data: TestNotebook.tables.merging(["noise.csv": noise]) { $1 })
  }

  private func run(_ text: String, store: ResultStore = ResultStore(nil)) async throws -> NotebookOutcome {
    let notebook = try Self.notebook(text)
    defer { notebook.remove() }
    return try await notebook.run(store: store)
  }

  private func cell(_ name: String, in outcome: NotebookOutcome) throws -> CellOutcome {
    try #require(outcome.cells.first { $0.name == name })
  }

  private func values(_ name: String, of cell: CellOutcome) throws -> [Double] {
    guard case .series(let series)? = cell.value["history"]?[name] else { throw TestFailure("no \(name)") }
    return series.values
  }

  /// Keras's rule, for a quantity of which less is better: the epochs that are trained, and the best of them.
  private func stopping(_ values: [Double], patience: Int, minDelta: Double) -> (epochs: Int, best: Int) {
    var (best, wait) = (0, 0)
    for index in values.indices.dropFirst() {
      if values[index] + minDelta < values[best] {
        (best, wait) = (index, 0)
      } else {
        wait += 1
        if wait >= patience { return (index + 1, best + 1) }
      }
    }
    return (values.count, best + 1)
  }

  @Test(
    "Training ends when the loss has not improved for some epochs.",
    arguments: [(1, 0.0), (3, 0.0), (2, 0.05)])
  func earlyStopping(patience: Int, minDelta: Double) async throws {
    let whole = try await cell("run", in: run(Self.text(40, "")))
    let losses = try values("val_loss", of: whole)
    let expected = stopping(losses, patience: patience, minDelta: minDelta)
    #expect(expected.epochs < 40, "the loss never rises")
    let stopped = try await cell(
      "run", in: run(Self.text(40, "early_stopping: {patience: \(patience), min_delta: \(minDelta)}")))
    #expect(stopped.value["epochs_trained"] == .integer(expected.epochs))
    #expect(stopped.value["stopped"] == .flag(true))
    #expect(try values("val_loss", of: stopped) == Array(losses.prefix(expected.epochs)))
    #expect(stopped.value["best_epoch"] == nil)
  }

  @Test("The weights of the best epoch answer, and the page says so.")
  func bestEpoch() async throws {
    let losses = try await values("val_loss", of: cell("run", in: run(Self.text(40, ""))))
    let best = (losses.firstIndex(of: losses.min() ?? 0) ?? 0) + 1
    #expect(best < 40)
    let kept = try await run(Self.text(40, "keep: {best: val_loss}"))
    let shorter = try await run(Self.text(best, ""))
    let (run, report) = (try cell("run", in: kept), try cell("report", in: kept))
    #expect(run.value["best_epoch"] == .integer(best - 1))
    #expect(run.value["weights_digest"] == (try cell("run", in: shorter)).value["weights_digest"])
    #expect(report.value["loss"] == (try cell("report", in: shorter)).value["loss"])
    #expect(run.outputs.contains(.text(.phrase(.bestEpochKept, [String(best), "val_loss"]))))
    #expect(report.outputs.contains(.text(.phrase(.answersOfEpoch, [String(best)]))))
    let restored = try await self.run(
      Self.text(40, "early_stopping: {patience: 20, restore_best_weights: true}"))
    #expect(try cell("run", in: restored).value["weights_digest"] == run.value["weights_digest"])
  }

  @Test(
    "The numbers of a fit are those of the weights it keeps: in sentences, tables and cards, as in a report.")
  func keptResults() async throws {
    let plain = Self.text(40, "").replacing("```{evaluate} report\nfit: run\n```\n", with: "")
    let outcome = try await run(
      plain + """
        ```{fit} kept
        from: run
        keep: {best: val_loss}
        ```

        ```{compare} both
        fits: [run, kept]
        metrics: [val_loss]
        ```

        ```{expect}
        - kept.val_loss == kept.val_loss.best
        - kept.val_loss < kept.val_loss.last
        - kept.val_loss.last == run.val_loss
        ```

        """)
    let losses = try values("val_loss", of: cell("kept", in: outcome))
    let (best, last) = (try #require(losses.min()), try #require(losses.last))
    #expect(outcome.cells.last?.value["holds"] == .flag(true))
    let comparison = try cell("both", in: outcome).outputs
    #expect(comparison.dropFirst() == [.text(.phrase(.resultsOfKeptEpochs, ["kept"]))])
    guard case .table(let table)? = comparison.first else { throw TestFailure("no table") }
    #expect(table.rows.map { $0[1] } == [.number(last, digits: 4), .number(best, digits: 4)])
    let (accuracies, index) = (
      try values("val_accuracy", of: cell("kept", in: outcome)), try #require(losses.firstIndex(of: best))
    )
    let cards = try cell("kept", in: outcome).outputs.compactMap { output in
      if case .change(let card) = output { card } else { nil }
    }
    #expect(cards.map(\.after) == [accuracies[index]] && accuracies[index] != accuracies.last)
  }

  @Test("What comes with an option is no difference of its own, unless it was written.")
  func impliedSettings() async throws {
    func columns(_ option: String) async throws -> [Words] {
      let outcome = try await run(
        Self.text(2, "") + """
          ```{fit} other
          from: run
          \(option)
          ```

          ```{compare} both
          fits: [run, other]
          metrics: [loss]
          ```

          """)
      guard case .table(let table)? = try cell("both", in: outcome).outputs.first else {
        throw TestFailure("no table")
      }
      return table.columns.dropFirst(2).map(\.title)
    }
    #expect(try await columns("early_stopping: {patience: 9}") == [.verbatim("patience")])
    #expect(try await columns("class_weight: {k1: 3}") == [.verbatim("k1")])
    #expect(try await columns("early_stopping: {}").contains(.verbatim("patience")))
    #expect(
      try await columns("early_stopping: {patience: 9, min_delta: 0}")
        == [.verbatim("patience"), .verbatim("min_delta")])
    #expect(try await columns("optimizer: sgd") == [.verbatim("optimizer"), .verbatim("learning_rate")])
  }

  @Test(
    "A training that goes on from stored epochs ends as one in a single run.",
    arguments: [
      "keep: {best: val_accuracy}", "early_stopping: {patience: 3, restore_best_weights: true}",
      "reduce_lr_on_plateau: {patience: 1, factor: 0.5, cooldown: 1, min_lr: 0.001}",
    ])
  func continued(options: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "callbacks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = try await cell("run", in: run(Self.text(24, options)))
    for epochs in [7, 24] {
      let store = ResultStore(StoreFolder(in: folder))
      let part = try await cell("run", in: run(Self.text(epochs, options), store: store))
      if epochs == 24 {
        #expect(part.value == whole.value)
        #expect(part.outputs == whole.outputs)
      }
    }
  }

  @Test("An evaluation measures the fit's own metrics too, of classes and of numbers.")
  func evaluatedMetrics() async throws {
    let classes = try await run(
      Self.text(2, "").replacing("[accuracy]", with: "[accuracy, top_k_categorical_accuracy, precision]"))
    let (fit, report) = (try cell("run", in: classes), try cell("report", in: classes))
    guard case .number(let share)? = report.value["top_k_categorical_accuracy"] else {
      throw TestFailure("\(report.value)")
    }
    #expect((0...1).contains(share) && fit.value["history"]?["val_top_k_categorical_accuracy"] != nil)
    // The report's own precision is a record of all classes.
    #expect(report.value["precision"]?["macro"] != nil)
    let numbers = try await run(
      """
      ```{load} numbers
      dataset: {csv: {path: numbers.csv, target: kind}}
      test_split: 0.5
      ```

      ```{model} line
      layers: [dense: 1]
      ```

      ```{fit} run
      model: line
      data: numbers
      loss: mean_squared_error
      metrics: [mean_absolute_error, r2_score]
      validation_data: numbers
      ```

      ```{evaluate} report
      fit: run
      ```

      """)
    let measured = try cell("report", in: numbers)
    for name in ["loss", "mean_absolute_error", "r2_score"] {
      #expect(measured.value[name] != nil, "\(name)")
    }
    guard case .table(let table)? = measured.outputs.first else { throw TestFailure("no table") }
    #expect(table.rows.count == 6)
  }

  @Test("A lower learning rate on a plateau is Keras's.")
  func reducedRate() async throws {
    // With a factor near zero nothing moves after the first reduction, so that the losses show when it came.
    let whole = try await values("val_loss", of: cell("run", in: run(Self.text(40, ""))))
    let expected = stopping(whole, patience: 2, minDelta: 0.0001).epochs
    let reduced = try await values(
      "val_loss",
      of: cell("run", in: run(Self.text(40, "reduce_lr_on_plateau: {patience: 2, factor: 1e-12}"))))
    #expect(Array(reduced.prefix(expected)) == Array(whole.prefix(expected)))
    #expect(Set(reduced.suffix(40 - expected)).count == 1)
  }

  @Test(
    "A quantity that is not recorded, and two choices of the best epoch, are found before anything trains.",
    arguments: [
      ("early_stopping: {monitor: val_acuracy}", "TB-P-151"), ("keep: {best: val_f1}", "TB-P-151"),
      ("keep: {best: val_loss}\nearly_stopping: {restore_best_weights: true}", "TB-P-152"),
      ("early_stopping: {patiense: 3}", "TB-O-101"), ("early_stopping: 3", "TB-O-103"),
      ("keep: {}", "TB-O-102"),
    ])
  func mistakes(options: String, code: String) throws {
    let notebook = try Self.notebook(Self.text(5, options))
    defer { notebook.remove() }
    let codes = try notebook.plan().diagnostics.map(\.code)
    #expect(codes.contains(code), "\(codes)")
  }
}
