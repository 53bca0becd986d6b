import Diagnostics
import Foundation
import NotebookResults
import NotebookRunner
import Testing

/// The targets of a fit, and the weights of its samples.
@Suite struct FitAimTests {
  private static func flowers(_ options: String, load: String = "label: kind") -> String {
    """
    ```{load} flowers
    dataset: {csv: {path: flowers.csv, \(load)}}
    ```

    ```{model} small
    layers: [{dense: {units: 3, activation: softmax}}]
    ```

    ```{fit} run
    model: small
    data: flowers
    metrics: [accuracy]
    validation_split: 0.2
    epochs: 2
    \(options)
    ```

    ```{evaluate} report
    fit: run
    split: train
    ```

    """
  }

  private static func coder(_ options: String, outputs: String = "{dense: 784}") -> String {
    """
    ```{load} data
    dataset: digits
    limit: 40
    test_limit: 20
    scale: 1/255
    ```

    ```{model} net
    layers: [flatten, {dense: {units: 12, activation: tanh}}, \(outputs)]
    ```

    ```{fit} run
    model: net
    data: data
    targets: inputs
    optimizer: adam
    epochs: 2
    validation_data: data
    \(options)
    ```

    """
  }

  private static let looking = """
    ```{evaluate} report
    fit: run
    mistakes: 5
    ```

    ```{predict} shown
    fit: run
    index: 3
    count: 4
    ```

    """

  private func run(
    _ text: String, _ data: [String: Data] = TestNotebook.tables
  ) async throws -> [String: CellOutcome] {
    let notebook = try TestNotebook(text, data: data)
    defer { notebook.remove() }
    let cells = try await notebook.run().cells
    return Dictionary(cells.map { ($0.name ?? "", $0) }) { first, _ in first }
  }

  private func digest(_ options: String, load: String = "label: kind") async throws -> Value {
    try #require(try await run(Self.flowers(options, load: load))["run"]?.value["weights_digest"])
  }

  @Test("Classes are weighed by name or by number, and all alike by ones.")
  func classWeights() async throws {
    let plain = try await digest("")
    let byName = try await digest("class_weight: {bellis: 3}")
    #expect(byName != plain)
    #expect(try await digest("class_weight: {1: 3}") == byName)
    #expect(try await digest("class_weight: {aster: 1, 1: 3, crocus: 1}") == byName)
    #expect(try await digest("class_weight: {aster: 1}") == plain)
    // The 48 samples that are learned are 16 of each class.
    #expect(try await digest("class_weight: balanced") == plain)
  }

  @Test("A column weighs samples where a fit names it, and is no feature.")
  func sampleWeights() async throws {
    let load = "label: kind, sample_weight: width"
    let unweighted = try await digest("", load: load)
    let weighted = try await digest("sample_weight: width", load: load)
    #expect(weighted != unweighted)
    #expect(try await digest("sample_weight: width\nclass_weight: {1: 1}", load: load) == weighted)
    let cells = try await run(Self.flowers("sample_weight: width", load: load))
    #expect(cells["flowers"]?.value["shape"] == .list([.integer(1)]))
  }

  @Test("What was validated or evaluated has no weights.")
  func validation() async throws {
    let plain = try await run(Self.flowers("optimizer: {sgd: {learning_rate: 1e-30}}"))
    let weighted = try await run(
      Self.flowers("optimizer: {sgd: {learning_rate: 1e-30}}\nclass_weight: {0: 5, 1: 7, 2: 0.5}"))
    let (one, other) = (try #require(plain["run"]), try #require(weighted["run"]))
    for name in ["val_loss", "accuracy", "val_accuracy"] {
      #expect(one.value["history"]?[name] == other.value["history"]?[name], "\(name)")
    }
    #expect(one.value["history"]?["loss"] != other.value["history"]?["loss"])
    #expect(plain["report"]?.value["loss"] == weighted["report"]?.value["loss"])
  }

  @Test(
    "Weights that the data does not have are found at their places.",
    arguments: [
      ("class_weight: {1️⃣belis: 3}", "label: kind", "TB-P-191"),
      ("class_weight: {1️⃣3: 3}", "label: kind", "TB-P-191"),
      ("class_weight: {bellis: 3, 1️⃣1: 2}", "label: kind", "TB-P-192"),
      ("class_weight: {bellis: 1️⃣-1}", "label: kind", "TB-O-104"),
      ("class_weight: 1️⃣balance", "label: kind", "TB-O-105"),
      ("class_weight: 1️⃣3", "label: kind", "TB-O-103"),
      ("sample_weight: 1️⃣width", "label: kind", "TB-P-193"),
      ("sample_weight: 1️⃣length", "label: kind, sample_weight: width", "TB-P-193"),
      ("", "label: kind, sample_weight: 1️⃣kind", "TB-D-190"),
      ("", "label: kind, sample_weight: 1️⃣weight", "TB-D-127"),
      ("class_weight: 1️⃣balanced\ntargets: inputs\nloss: mean_squared_error", "label: kind", "TB-P-190"),
    ])
  func mistakes(options: String, load: String, code: String) throws {
    let notebook = try TestNotebook(Self.flowers(options, load: load))
    defer { notebook.remove() }
    let found = try #require(try notebook.plan().diagnostics.first { $0.severity == .error })
    #expect(found.code == code, "\(found.message)")
    #expect(found.range.start == notebook.markers["1️⃣"], "\(found.message)")
  }

  @Test("A negative weight is found in its row.")
  func negativeWeight() throws {
    let table = Data("x,w,kind\n1,2,a\n2,-1,b\n".utf8)
    let notebook = try TestNotebook(
      Self.flowers("", load: "label: kind, sample_weight: w"), data: ["flowers.csv": table])
    defer { notebook.remove() }
    let found = try #require(try notebook.plan().diagnostics.first { $0.severity == .error })
    #expect(found.code == "TB-D-191")
    #expect(found.message.contains("flowers.csv:3:3"))
  }

  @Test(
    "A network learns to give back its inputs, which are shown beside its outputs.",
    arguments: [
      ("loss: mean_squared_error", "{dense: 784}"),
      ("loss: binary_crossentropy", "{dense: {units: 784, activation: sigmoid}}, {reshape: [28, 28]}"),
    ])
  func reconstruction(options: String, outputs: String) async throws {
    let cells = try await run(Self.coder(options, outputs: outputs) + Self.looking)
    let (fit, report) = (try #require(cells["run"]), try #require(cells["report"]))
    guard case .series(let losses)? = fit.value["history"]?["val_loss"],
      case .number(let error)? = report.value["mean_squared_error"],
      case .number(let root)? = report.value["root_mean_squared_error"]
    else { throw TestFailure("\(report.value)") }
    #expect(losses.values[1] < losses.values[0])
    #expect(report.value["loss"] == .number(losses.values[1]))
    #expect(abs(root * root - error) < 1e-9)
    #expect(report.value["accuracy"] == nil)
    func images(_ cell: CellOutcome?) throws -> ImageGrid {
      for case .images(let grid)? in cell?.outputs ?? [] { return grid }
      throw TestFailure("no images")
    }
    let worst = try images(report)
    #expect(worst.items.count == 5)
    #expect(worst.width == 58 && worst.height == 28 && worst.isSound)
    let shown = try images(cells["shown"])
    #expect(shown.items.count == 4)
    let load = try #require(cells["shown"]?.outputs.first)
    guard case .images(let grid) = load else { throw TestFailure("no images first") }
    #expect(grid.numbers?.rows.map(\.first) == (3..<7).map { .integer($0) })
    // The inputs stand on the left as they are.
    #expect(
      shown.items.contains { item in item.pixels.indices.contains { $0 % 58 < 28 && item.pixels[$0] > 200 } })
  }

  @Test("Samples that are no images are given back as rows of a table.")
  func reconstructedRows() async throws {
    let text = Self.flowers("targets: inputs\nloss: mean_squared_error")
      .replacing("{dense: {units: 3, activation: softmax}}", with: "{dense: 2}")
      .replacing("metrics: [accuracy]", with: "metrics: [r2_score]")
    let report = try #require(try await run(text)["report"])
    guard case .table(let table)? = report.outputs.dropFirst().first else { throw TestFailure("no table") }
    #expect(table.rows.count == 12 && table.columns.count == 4)
    #expect(report.value["r2_score"] != nil)
  }

  @Test(
    "Networks, losses and metrics that cannot give back inputs are refused, with both shapes.",
    arguments: [
      ("loss: mean_squared_error", "1️⃣{dense: 783}", "TB-E-190", "(783,)"),
      ("loss: mean_squared_error", "{dense: 784}, {reshape: [14, 56]}", "TB-E-190", "(28, 28)"),
      ("loss: 1️⃣categorical_crossentropy", "{dense: 784}", "TB-P-194", "categorical_crossentropy"),
      ("loss: mean_squared_error\nmetrics: 1️⃣[accuracy]", "{dense: 784}", "TB-E-207", "accuracy"),
    ])
  func refusals(options: String, outputs: String, code: String, words: String) throws {
    let notebook = try TestNotebook(Self.coder(options, outputs: outputs))
    defer { notebook.remove() }
    let found = try #require(try notebook.plan().diagnostics.first { $0.severity == .error })
    #expect(found.code == code && found.message.contains(words), "\(found.message)")
    if let marker = notebook.markers["1️⃣"], code != "TB-E-190" { #expect(found.range.start == marker) }
  }

  @Test("Inputs beyond 0 and 1 are no probabilities, which the plan already says.")
  func shares() throws {
    let notebook = try TestNotebook(
      Self.coder("loss: 1️⃣binary_crossentropy", outputs: "{dense: {units: 784, activation: sigmoid}}")
        .replacing("scale: 1/255\n", with: ""))
    defer { notebook.remove() }
    let found = try #require(try notebook.plan().diagnostics.first { $0.severity == .error })
    #expect(found.code == "TB-E-191" && found.range.start == notebook.markers["1️⃣"])
  }

  @Test("A report on numbers measures them in five ways, and draws predictions by truth.")
  func numbers() async throws {
    let rows = (0..<1200).map { "\($0 % 37),\(($0 * 7) % 11),\(Double($0 % 37) * 2 + 1)" }
    let text = """
      ```{load} data
      dataset: {csv: {path: many.csv, target: price}}
      standardize: true
      test_split: 0.5
      ```

      ```{model} line
      layers: [dense: 1]
      ```

      ```{fit} run
      model: line
      data: data
      loss: mean_squared_error
      metrics: [mean_absolute_error]
      optimizer: {sgd: {learning_rate: 0.05}}
      epochs: 3
      ```

      ```{evaluate} report
      fit: run
      ```

      """
    let table = "a,b,price\n" + rows.joined(separator: "\n") + "\n"
    let report = try #require(try await run(text, ["many.csv": Data(table.utf8)])["report"])
    for name in [
      "loss", "mean_absolute_error", "mean_squared_error", "root_mean_squared_error",
      "mean_absolute_percentage_error", "r2_score",
    ] { #expect(report.value[name] != nil, "\(name)") }
    guard case .table(let measures)? = report.outputs.first, measures.rows.count == 6,
      case .xyCharts(let charts)? = report.outputs.dropFirst().first, let chart = charts.first,
      let reference = chart.reference, let points = chart.series.first?.points
    else { throw TestFailure("\(report.outputs)") }
    #expect(points.count == 300, "every second of 600 samples is drawn")
    #expect(reference.from.x == reference.from.y && reference.to.x == reference.to.y)
    #expect(points.allSatisfy { reference.from.x <= min($0.x, $0.y) && max($0.x, $0.y) <= reference.to.x })
    #expect(chart.numbers.rows.count == 10 && chart.numbers.isSound)
  }

  @Test("Scores of each class are rows of a report and values, and no series of epochs.")
  func eachClass() async throws {
    let cells = try await run(
      Self.flowers("").replacing(
        "[accuracy]", with: "[accuracy, {fbeta_score: {beta: 2, average: none}}, {recall: {average: none}}]"))
    let (fit, report) = (try #require(cells["run"]), try #require(cells["report"]))
    #expect(fit.value["history"]?["recall_none"] == nil)
    #expect(report.value["recall_none"] == report.value["recall"]?["per_class"])
    guard case .list(let scores)? = report.value["fbeta_score_beta_2_none"] else {
      throw TestFailure("\(report.value)")
    }
    #expect(scores.count == 3)
    for case .dots(let chart) in report.outputs {
      #expect(chart.numbers.columns.count == 7 && chart.numbers.rows.count == 5)
    }
  }

  @Test("A score of each class is read by its index, and cannot be watched.")
  func eachClassInExpressions() throws {
    func codes(_ text: String) throws -> [String] {
      let notebook = try TestNotebook(text)
      defer { notebook.remove() }
      return try notebook.plan().diagnostics.filter { $0.severity == .error }.map(\.code)
    }
    let text = Self.flowers("").replacing("[accuracy]", with: "[{f1_score: {average: none}}]")
    #expect(try codes(text + "{value}`report.f1_score_none[2] | percent(1)`\n") == [])
    #expect(try codes(text + "{value}`report.f1_score_none[3] | percent(1)`\n").count == 1)
    #expect(
      try codes(text.replacing("epochs: 2", with: "epochs: 2\nkeep: {best: f1_score_none}"))
        .contains("TB-P-151"))
  }
}
