import Diagnostics
import Engine
import NotebookReport
import NotebookResults
import NotebookRunner
import NotebookSyntax
import Testing
import Writing

@Suite("A metric of which less is better is nowhere taken for one of which more is.")
struct QuantityTests {
  private let metric = RecordedQuantity(MeanAbsoluteError().quantity, .validation)

  /// Four epochs of a line through points that no line from the origin leaves far off: with a small rate the error
  /// falls, and with a large one it rises.
  private func history(learningRate: Double) throws -> TrainingHistory {
    let notebook = try TestNotebook(
      "```{model} line\ninput_shape: [1]\nlayers: [{dense: {units: 1, use_bias: false}}]\n```\n")
    defer { notebook.remove() }
    guard case .model(let line)? = try notebook.plan().plan?.cells.first?.signature.kind else {
      throw TestFailure("no model")
    }
    let inputs: [Float] = [1, 2, 3, 4]
    let data = LabeledSamples(
      samples: Samples(shape: [1], count: inputs.count, storage: .floats(inputs)),
      targets: .numbers(inputs.map { $0 * 30 }, width: 1))
    let options = TrainingOptions(
      loss: MeanSquaredError(), optimizer: StochasticGradientDescent(learningRate: learningRate),
      metrics: [MeanAbsoluteError()], epochs: 4, batchSize: inputs.count)
    let trainer = try Trainer(model: line.model, options: options, training: data, validation: data)
    let recorder = TrainingRecorder(
      recordings: [], store: ResultStore(nil), hasTimeLimit: false, checkTime: {}, report: { _ in })
    var training = StoredTraining()
    try recorder.train(trainer, continuing: &training)
    return TrainingHistory(
      training,
      of: RecordedQuantity.all(
        of: [options.loss.quantity, MeanAbsoluteError().quantity], heldOut: .validation),
      epochs: 4)
  }

  private func falling() throws -> TrainingHistory { try history(learningRate: 0.02) }
  private func rising() throws -> TrainingHistory { try history(learningRate: 0.15) }

  private func values(_ history: TrainingHistory) throws -> [Double] {
    let values = try #require(history.series.first { $0.recorded == metric }?.values)
    try #require(values.count == 4 && Set(values).count == 4)
    return values
  }

  private func page(_ output: Output, language: String = "en") -> String {
    let source = SourceFile(path: "a.md", text: "---\nlang: \(language)\n---\n\n```{fit} line\n```\n")
    let cell = CellOutcome(
      name: "line", directive: "fit", line: 5, status: .ok, saved: .none, seconds: 0, value: .record([]),
      outputs: [output],
      presentation: CellPresentation(
        echo: false, output: true, caption: nil, alternativeText: nil, summary: []), digest: "0f")
    let provenance = Provenance(
      notebook: "a.md", notebookDigest: "ab", engineVersion: "1.0", numericsVersion: 1, seed: 0,
      parameters: [], data: [], cells: [])
    return Page.render(
      document: NotebookParser.parse(source).document,
      outcome: NotebookOutcome(
        title: "T", subtitle: nil, cells: [cell], inlineValues: [:], notices: [], provenance: provenance))
  }

  @Test("Its best value in expressions is the lowest.")
  func expression() throws {
    let best = try ExpressionParser.parse(
      SourceText("line.val_mean_absolute_error.best", at: SourceRange(0, 33)))
    for history in try [falling(), rising()] {
      let values = try values(history)
      let evaluator = ExpressionEvaluator(values: ["line": .record([.init("history", history.value)])])
      #expect(evaluator.value(of: best) == values.min().map { .number($0) })
    }
  }

  @Test("Its table holds numbers under its label, and no percent.")
  func table() throws {
    let history = try falling()
    let column = try #require(history.series.firstIndex { $0.recorded == metric }) + 1
    let label = Words.term(Term(english: "mean absolute error", japanese: "平均絶対誤差"))
    let table = FitHistory(runs: [history]).table
    #expect(table.columns[column].title == .onValidation(label))
    #expect(table.rows.map { $0[column] } == (try values(history)).map { .number($0, digits: 4) })
  }

  @Test("Its curve is best where it is lowest, and the page says so in its language.")
  func chart() throws {
    for (history, best, trend) in [(try falling(), 4, "falls"), (try rising(), 1, "rises")] {
      guard case .curves(let curves)? = FitHistory(runs: [history]).outputs(run: "line").first else {
        Issue.record("no curves")
        return
      }
      let chart = try #require(curves.charts.first)
      #expect(chart.better == .lower && chart.unit == .plain)
      let page = page(.chart(chart)).replacing("\u{A0}", with: " ")
      #expect(page.contains("Validation mean absolute error \(trend) from"))
      #expect(page.matches(of: /best in epoch (\d)/).allSatisfy { $0.output.1 == "\(best)" })
      #expect(page.contains("best in epoch") == (best < 4))
      #expect(self.page(.chart(chart), language: "ja").contains("検証平均絶対誤差は"))
    }
  }

  @Test("A change that lowers it is for the better, and one that raises it for the worse.")
  func changeCard() throws {
    let (falling, rising) = (try falling(), try rising())
    for (old, new, verdict) in [(rising, falling, "better"), (falling, rising, "worse")] {
      let (before, after) = (FitHistory(runs: [old]), FitHistory(runs: [new]))
      let compared = try #require(after.compared(with: before, besides: MeanSquaredError().quantity))
      let change = try #require(after.change(of: compared, from: before))
      #expect(try change.before == values(old).last && change.after == values(new).last)
      let page = page(
        .change(
          ChangeCard(
            quantity: Words(compared.quantity), unit: .plain, better: .lower, role: compared.role,
            before: change.before, after: change.after, changes: [], answers: nil)))
      #expect(page.contains("class=\"change-difference \(verdict)\""))
      #expect(!page.contains(" points"))
    }
  }

  @Test("It stands for a cell before the loss does, of validation before of training, under its label.")
  func headline() throws {
    let history = try falling()
    let fit = CellSignature(
      .report, .nothing, measured: RecordedQuantity.telling(of: history.series.map(\.recorded)))
    let label = Words.term(MeanAbsoluteError().quantity.label)
    let last = try #require(try values(history).last)
    #expect(
      fit.headline(in: .record([.init("history", history.value)]))
        == Headline(label: .onValidation(label), value: last, unit: .plain))
    let report = CellSignature(
      .report, .nothing, measured: [MeasuredResult(MeanAbsoluteError().quantity), MeasuredResult(.loss)])
    #expect(
      report.headline(in: .record([.init("loss", .number(1)), .init("mean_absolute_error", .number(2))]))
        == Headline(label: label, value: 2, unit: .plain))
    #expect(report.headline(in: .record([.init("loss", .number(1))]))?.value == 1)
  }

  @Test("The headline of a fit that ran is that of its last epoch.")
  func headlineOfRun() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + "```{evaluate} report\nfit: quick\nsplit: train\n```\n")
    defer { notebook.remove() }
    let cells = try await notebook.run().cells
    guard case .series(let series)? = cells[2].value["history"]?["val_accuracy"] else {
      throw TestFailure("no history")
    }
    #expect(
      cells.map(\.headline?.label) == [
        nil, nil, .onTest(.term(Accuracy.quantity.label)), .term(Accuracy.quantity.label),
      ])
    #expect(cells[2].headline?.value == series.values.last && cells[2].headline?.unit == .fraction)
    #expect(cells[3].headline?.value == cells[3].value["accuracy"].flatMap(number))
  }

  private func number(_ value: Value) -> Double? {
    if case .number(let number) = value { number } else { nil }
  }

  @Test("A value that is typed beside its name is found, and is no share.")
  func typed() {
    let quantities = [MeanAbsoluteError().quantity, Accuracy.quantity]
    for text in [
      "The mean absolute error of line is 1.234.", "With a 1.234 validation mean absolute error it ends.",
    ] {
      let found = TypedFigure.all(in: text, names: ["line"], quantities: quantities)
      #expect(found.map(\.written) == ["1.234"] && found.allSatisfy { $0.mayBe(1.2341) && !$0.mayBe(1.3) })
    }
    #expect(TypedFigure.all(in: "The loss is 1.234.", names: [], quantities: quantities).isEmpty)
  }
}
