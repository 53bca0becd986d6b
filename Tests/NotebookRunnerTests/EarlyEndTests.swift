import Diagnostics
import Engine
import Foundation
import NotebookReport
import NotebookResults
import NotebookRunner
import NotebookSyntax
import Options
import Synchronization
import Testing
import Writing

@Suite("A training that a listener ends early is shown, stored and read as far as it went.")
struct EarlyEndTests {
  /// The directives, with options of `fit` for a listener that ends it some epochs after the first.
  private static let directives = Catalogue<any Directive>(
    "directive",
    Directives.catalogue.members.map { member in
      guard member.name == Fit.name else { return member }
      return .init(Fit.self) { options in
        var fit = Fit(&options)
        let epochs = options.readIfPresent("patience", .integer(.within(0...9)), help: "")
        let dependsOnLength = options.read("whole", .flag, default: false, help: "")
        if options.read("falling", .flag, default: false, help: "") { fit.optimizer = FallingDescent() }
        fit.listeners = epochs.map { [Patience(epochs: $0, dependsOnLength: dependsOnLength)] } ?? []
        return fit
      }
    })

  private static func text(_ epochs: Int = 20, patience: Int? = 3, _ more: String = "") -> String {
    TestNotebook.flowerCells.replacing(
      "epochs: 3", with: "epochs: \(epochs)" + (patience.map { "\npatience: \($0)" } ?? "")) + more
  }

  private func notebook(_ text: String) throws -> TestNotebook {
    var notebook = try TestNotebook(text)
    notebook.directives = Self.directives
    return notebook
  }

  private func quick(_ text: String, in folder: URL? = nil) async throws -> CellOutcome {
    let notebook = try notebook(text)
    defer { notebook.remove() }
    let outcome = try await notebook.run(store: ResultStore(folder.map { StoreFolder(in: $0) }))
    return try #require(outcome.cells.first { $0.name == "quick" })
  }

  private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("early-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  private static let sentence = Output.text(
    .joined([
      .phrase(.endedEarly, ["4", "20"]),
      .term(Term(english: Patience.stop(3).english, japanese: Patience.stop(3).japanese)),
    ]))

  @Test("Its result is that of a training of as many epochs, with the reason.")
  func result() async throws {
    let (early, plain) = (try await quick(Self.text()), try await quick(Self.text(4, patience: nil)))
    #expect(early.value["epochs"] == .integer(4))
    #expect(early.value["stopped"] == .flag(true))
    #expect(early.value["history"] == plain.value["history"])
    #expect(early.value["weights_digest"] == plain.value["weights_digest"])
    #expect(early.outputs == plain.outputs + [Self.sentence])
    guard case .curves(let curves)? = early.outputs.first else { throw TestFailure("no curves") }
    #expect(curves.charts.flatMap(\.lines).allSatisfy { $0.values.count == 4 })
    #expect(curves.numbers.rows.count == 4)
  }

  @Test("Whoever listens to the run hears the reason with the epoch that is the last, and with no other.")
  func heard() async throws {
    let cases: [(epochs: Int, reasons: [String?])] = [
      (20, [nil, nil, nil, Patience.stop(3).english]), (4, [nil, nil, nil, nil]),
    ]
    for (epochs, reasons) in cases {
      let notebook = try notebook(Self.text(epochs))
      defer { notebook.remove() }
      let heard = Mutex([String?]())
      _ = try await notebook.run { event in
        if case .progress(_, .epoch(_, epochs, _, let reason)) = event {
          heard.withLock { $0.append(reason) }
        }
      }
      #expect(heard.withLock(\.self) == reasons)
    }
  }

  @Test("A training that ends after the last epoch has not ended early.")
  func lastEpoch() async throws {
    let whole = try await quick(Self.text(4))
    #expect(whole.value["stopped"] == .flag(false))
    #expect(whole.outputs == (try await quick(Self.text(4, patience: nil))).outputs)
  }

  @Test("One epoch of several is drawn as a figure, as its caption is numbered.")
  func oneEpoch() async throws {
    let outputs = try await quick(Self.text(patience: 0)).outputs
    guard case .curves(let curves)? = outputs.first else { throw TestFailure("\(outputs)") }
    #expect(curves.charts.flatMap(\.lines).allSatisfy { $0.values.count == 1 })
    #expect(outputs.count == 2)
  }

  @Test("The page says why, in its language.", arguments: ["en", "ja"])
  func page(_ language: String) async throws {
    let notebook = try notebook("---\nlang: \(language)\n---\n\n" + Self.text())
    defer { notebook.remove() }
    let page = Page.render(
      document: NotebookParser.parse(notebook.source).document, outcome: try await notebook.run())
    let sentence =
      language == "en"
      ? "Training ended after 4 of 20 epochs. The validation loss has not fallen for 3 epochs."
      : "20エポックのうち4エポックで学習を終了しました。検証損失が3エポックのあいだ下がりませんでした。"
    #expect(page.contains(sentence))
  }

  @Test("It is stored whole: as many epochs or more find it, and fewer find their part.")
  func stored() async throws {
    try await withFolder { folder in
      let first = try await quick(Self.text(), in: folder)
      #expect(first.saved.epochs == 0)
      for epochs in [20, 30, 4, 2] {
        let again = try await quick(Self.text(epochs), in: folder)
        #expect(again.saved.isAll && again.saved.epochs == min(epochs, 4))
        let fresh = try await quick(Self.text(epochs))
        #expect(again.outputs == fresh.outputs)
        #expect(again.value == fresh.value)
      }
      let notebook = try notebook(Self.text(30))
      defer { notebook.remove() }
      let plan = try #require(try notebook.plan().plan)
      let forecast = await NotebookRun(
        plan, locations: notebook.locations, store: ResultStore(StoreFolder(in: folder)), jobs: 1
      ) { _ in }.forecast()
      #expect(forecast.cells.first { $0.name == "quick" }?.work == .stored)
    }
  }

  @Test("A training that goes on from stored epochs ends where it would have ended at once.")
  func resumed() async throws {
    try await withFolder { folder in
      _ = try await quick(Self.text(2), in: folder)
      let resumed = try await quick(Self.text(), in: folder)
      #expect(resumed.saved.epochs == 2)
      let fresh = try await quick(Self.text())
      #expect(resumed.value == fresh.value && resumed.outputs == fresh.outputs)
    }
  }

  @Test("Trainings that depend on their length share no epochs with those of another.")
  func dependsOnLength() async throws {
    try await withFolder { folder in
      func whole(_ epochs: Int) -> String {
        Self.text(epochs).replacing("patience", with: "whole: true\npatience")
      }
      _ = try await quick(whole(2), in: folder)
      #expect(try await quick(whole(20), in: folder).saved.epochs == 0)
      #expect(try await quick(whole(20), in: folder).saved.isAll)
    }
  }

  @Test("Trainings whose rates depend on their length share no epochs with those of another.")
  func scheduleDependsOnLength() async throws {
    try await withFolder { folder in
      func falling(_ epochs: Int) -> String {
        Self.text(epochs, patience: nil).replacing("batch_size", with: "falling: true\nbatch_size")
      }
      let short = try await quick(falling(2), in: folder)
      let long = try await quick(falling(4), in: folder)
      #expect(long.saved.epochs == 0)
      #expect(try await quick(falling(4), in: folder).saved.isAll)
      // With the plain optimizer the first two epochs are those of the longer training.
      _ = try await quick(Self.text(2, patience: nil), in: folder)
      #expect(try await quick(Self.text(4, patience: nil), in: folder).saved.epochs == 2)
      func losses(_ outcome: CellOutcome) -> [Double] {
        if case .series(let series)? = outcome.value["history"]?["loss"] { series.values } else { [] }
      }
      #expect(losses(short).count == 2 && losses(long).count == 4)
      #expect(losses(short) != Array(losses(long).prefix(2)))
    }
  }

  @Test("A fit that hears of less is trained by itself.")
  func hearsOfLess() async throws {
    let bare = "```{fit} bare\nfrom: quick\nvalidation_data: null\nmetrics: []\nepochs: 6\n```\n"
    let notebook = try notebook(Self.text(20, patience: 3, bare))
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    #expect(outcome.cells.first { $0.name == "bare" }?.value["epochs"] == .integer(6))
  }

  @Test("Fits that ended early are compared and drawn beside others.")
  func compared() async throws {
    let more = """
      ```{fit} sooner
      from: quick
      patience: 1
      ```

      ```{plot}
      fits: [quick, sooner]
      metrics: [loss]
      ```

      ```{compare}
      fits: [quick, sooner]
      ```
      """
    let notebook = try notebook(Self.text(20, patience: 3, more))
    defer { notebook.remove() }
    let outcome = try await notebook.run(jobs: 2)
    let outputs = outcome.cells.first { $0.name == "sooner" }?.outputs ?? []
    guard case .curves(let curves)? = outputs.first, case .change(let card)? = outputs.dropFirst().first,
      case .chart(let chart)? = outcome.cells.first(where: { $0.directive == "plot" })?.outputs.first
    else { throw TestFailure("no charts") }
    // Each at its own last epoch.
    #expect(card.before == curves.charts.first?.earlier?.values.last)
    #expect(card.after == curves.charts.first?.lines.last?.values.last)
    #expect(curves.charts.map { $0.earlier?.values.count } == curves.charts.map { _ in 4 })
    #expect(Set(chart.lines.map(\.values.count)) == [4, 2])
  }

  @Test("An index that may lie beyond the end is found once the training has ended.")
  func beyondEnd() async throws {
    let more = "It was {value}`quick.val_loss1️⃣[7]`, then {value}`quick.loss[3]`.\n\n"
    let claims = "```{expect}\n- quick.val_loss[7] < 1\n- quick.val_loss[3] >= 0\n- quick.stopped\n```\n"
    let notebook = try notebook(Self.text(20, patience: 3, more + claims))
    defer { notebook.remove() }
    let plan = try #require(try notebook.plan().plan)
    let outcome = try await notebook.run()
    let verdicts = outcome.cells.flatMap(\.claims).map(\.verdict)
    #expect(verdicts == [.notChecked(.phrase(.notCheckedShort, ["quick.val_loss", "4"])), .holds, .holds])
    let unavailable = outcome.inlineValues.values.filter { if case .unavailable = $0 { true } else { false } }
    #expect(unavailable.count == 1)
    let findings = RunProblem.findings(in: outcome, of: plan).sortedByPlace
    #expect(findings.map(\.code) == ["TB-X-109", "TB-R-104"])
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(findings.first?.range.start == notebook.markers["1️⃣"])
    #expect(
      findings.first?.message == "quick.val_loss has 4 values, numbered from 0, so there is no [7]")
    #expect(findings.last?.message.hasSuffix("because quick.val_loss has 4 values") == true)
  }

  @Test("An index that lies beyond all epochs that are asked for is refused before anything trains.")
  func refused() throws {
    for (index, codes) in [(19, []), (20, ["TB-X-109"])] {
      let notebook = try notebook(Self.text(20, patience: 3, "{value}`quick.loss[\(index)]`\n"))
      defer { notebook.remove() }
      #expect(try notebook.plan().diagnostics.filter { $0.severity == .error }.map(\.code) == codes)
    }
  }

  @Test("The mean of runs goes as far as the shortest of them.")
  func mean() {
    let line = LineChart.Line(run: "a", role: .training, runs: [[1, 2], [3, 4, 5]])
    #expect(line.values == [2, 3])
    let deviation = 2.0.squareRoot()
    #expect(
      line.band
        == LineChart.Band(lowest: [1, 2], highest: [3, 4], deviation: [deviation, deviation], runs: 2))
  }
}

/// Plain descent with a rate that falls to zero at the end of the training.
private struct FallingDescent: Optimizer {
  static let name = "falling"
  static let abstract = "Descent with a falling rate."
  static let usualLearningRates = 0.0...1.0

  let schedule: any LearningRateSchedule = FallingRate()
  private let descent = StochasticGradientDescent()

  init() {}
  init(_ options: inout OptionReader) {}

  func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    descent.step(array, at: moment, on: engine)
  }
}

private struct FallingRate: LearningRateSchedule {
  var missingLength: [String] { ["steps"] }

  var largestRate: Double { 0.1 }

  func rate(atStep step: Int, of training: TrainingLength) -> Double {
    0.1 * (1 - Double(step) / training.steps)
  }
}

/// Ends a training some epochs after the first.
private struct Patience: TrainingListener {
  let epochs: Int
  let dependsOnLength: Bool
  private var waited = -1

  init(epochs: Int, dependsOnLength: Bool) {
    self.epochs = epochs
    self.dependsOnLength = dependsOnLength
  }

  mutating func finished(_ epoch: EpochMetrics) -> TrainingStop? {
    if epoch.validation != nil { waited += 1 }
    return waited < epochs ? nil : Self.stop(epochs)
  }

  static func stop(_ epochs: Int) -> TrainingStop {
    TrainingStop(
      english: "The validation loss has not fallen for \(epochs) epochs.",
      japanese: "検証損失が\(epochs)エポックのあいだ下がりませんでした。")
  }
}
