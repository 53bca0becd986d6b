import Engine
import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct NotebookRunTests {
  private func run(_ cells: String, jobs: Int = 1) async throws -> NotebookOutcome {
    let notebook = try TestNotebook(TestNotebook.flowerCells + cells)
    defer { notebook.remove() }
    return try await notebook.run(jobs: jobs)
  }

  private func isOK(_ cell: CellOutcome?) -> Bool { if case .ok? = cell?.status { true } else { false } }

  @Test("The sides of a claim made in percent or points are shown in percent, those of others as numbers.")
  func sides() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells
        + "```{expect}\n- quick.accuracy within 0%..100%\n- quick.epochs == 3\n- 0.25 > 0.2 + 2pp\n```\n")
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    guard case .claims(let claims)? = outcome.cells.last?.outputs.first else {
      Issue.record("there are no claims")
      return
    }
    #expect(claims.map(\.right) == ["0%–100%", "3", "22%"])
    #expect(claims[0].left?.hasSuffix("%") == true && claims[2].left == "25%")
  }

  @Test("A notebook of every directive runs, and every cell yields a result.")
  func everyDirective() async throws {
    let outcome = try await run(
      """
      ```{show}
      data: flowers
      what: [shapes, class_counts, one_hot, flattened, sample]
      ```

      ```{fit} longer
      from: quick
      epochs: 5
      ```

      ```{predict} answers
      fit: longer
      ```

      ```{evaluate} report
      fit: longer
      ```

      ```{plot}
      fits: [quick, longer]
      ```

      ```{compare}
      fits: [quick, longer]
      ```

      ```{expect}
      - longer.epochs == 5
      - report.accuracy within 0..1
      ```
      """)
    #expect(outcome.cells.count == 10)
    #expect(outcome.cells.allSatisfy { isOK($0) })
  }

  @Test("A comparison names models that their parameters do not tell apart.")
  func comparedModels() async throws {
    func titles(_ activation: String) async throws -> [Words] {
      let models = ["tanh", activation].enumerated().map { index, name in
        "```{model} m\(index)\nparams: {units: 4, act: \(name)}\n"
          + "layers: [{dense: {units: \"${units}\", activation: \"${act}\"}}, {dense: {units: 3, activation: softmax}}]\n"
          + "```\n\n```{fit} f\(index)\nfrom: quick\nmodel: m\(index)\n```\n\n"
      }
      let outcome = try await run(models.joined() + "```{compare}\nfits: [f0, f1]\n```\n")
      guard case .table(let table)? = outcome.cells.last?.outputs.first else { return [] }
      return table.columns.dropFirst(3).map(\.title)
    }
    #expect(try await titles("relu") == [.verbatim("act")])
    #expect(try await titles("tanh") == [.verbatim("model")])
  }

  @Test("What was set stands as numbers do where all of it is numbers, and as words otherwise.")
  func comparedSettings() async throws {
    let outcome = try await run(
      """
      ```{fit} other
      from: quick
      batch_size: 3
      shuffle: false
      ```

      ```{compare}
      fits: [quick, other]
      metrics: [loss]
      ```
      """)
    guard case .table(let table)? = outcome.cells.last?.outputs.first else { throw TestFailure("no table") }
    #expect(
      table.columns.dropFirst(2).map { [$0.title, .verbatim($0.alignment.rawValue)] } == [
        [.verbatim("batch_size"), .verbatim("number")], [.verbatim("shuffle"), .verbatim("text")],
      ])
  }

  @Test("A fit can measure its layers, before training and after each epoch, and trains as it would without.")
  func measuresLayers() async throws {
    let outcome = try await run(
      """
      ```{fit} inside
      from: quick
      measure: each_layer
      ```

      ```{expect}
      - inside.weights_digest == quick.weights_digest
      - inside.layers.dense.gradient_norm.first > 0
      - inside.layers.dense.gradient_norm[3] > 0
      - inside.layers.dense.predicted_norm > 0
      - inside.layers.dense.saturation within 0..1
      - inside.layers.dense_1.mean within 33.3%..33.4%
      ```
      """)
    guard case .claims(let claims)? = outcome.cells.last?.outputs.first else {
      Issue.record("there are no claims")
      return
    }
    #expect(claims.count == 6)
    #expect(claims.allSatisfy { $0.verdict == .holds }, "\(claims)")
    let inside = outcome.cells.first { $0.name == "inside" }
    #expect(inside?.outputs.contains { if case .layerChart = $0 { true } else { false } } == true)
  }

  @Test("With several seeds, layers are measured as means over them.")
  func layersOfSeeds() async throws {
    let fit = TestNotebook.flowerCells.replacing("epochs: 3", with: "epochs: 1\nmeasure: each_layer")
    let notebook = try TestNotebook(
      fit + "```{fit} one\nfrom: quick\nseed: 4\n```\n\n```{fit} other\nfrom: quick\nseed: 5\n```\n\n"
        + "```{fit} both\nfrom: quick\nseed: 4\nseeds: 2\n```\n")
    defer { notebook.remove() }
    let cells = try await notebook.run().cells
    func chart(_ name: String) throws -> LayerChart {
      let outputs = try #require(cells.first { $0.name == name }).outputs
      let charts = outputs.compactMap { if case .layerChart(let chart) = $0 { chart } else { nil } }
      return try #require(charts.first)
    }
    let (one, other, both) = (try chart("one"), try chart("other"), try chart("both"))
    #expect(one != other)
    for (index, line) in both.lines.enumerated() {
      let means = zip(one.lines[index].values, other.lines[index].values).map { first, second in
        first.flatMap { first in second.map { (first + $0) / 2 } }
      }
      #expect(line.values == means)
    }
  }

  @Test("A fit shows its curves with one table, and a table alone where there is but one epoch.")
  func history() async throws {
    let outcome = try await run("```{fit} brief\nfrom: quick\nepochs: 1\n```\n")
    func first(_ name: String) -> Output? { outcome.cells.first { $0.name == name }?.outputs.first }
    guard case .curves(let curves)? = first("quick") else {
      Issue.record("no curves")
      return
    }
    #expect(curves.charts.map(\.quantity) == [Words(Accuracy().quantity), Words(.loss)])
    // The data has no validation part, so its test samples measure the fit.
    #expect(curves.charts.map { $0.lines.map(\.role) } == [[.training, .test], [.training, .test]])
    #expect(curves.numbers.rows.count == 3)
    guard case .table(let table)? = first("brief") else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == 1)
  }

  @Test("The same notebook gives the same outcome with one job and with several.")
  func sameForEveryJobCount() async throws {
    let more = "```{fit} other\nfrom: quick\nseed: 4\n```\n\n```{fit} third\nfrom: quick\nepochs: 2\n```\n"
    let one = try await run(more, jobs: 1)
    let four = try await run(more, jobs: 4)
    #expect(one.cells.map(\.digest) == four.cells.map(\.digest))
    #expect(one.cells.map(\.outputs) == four.cells.map(\.outputs))
    #expect(Set(one.cells.suffix(3).map(\.digest)).count == 3)
  }

  @Test("A fit that diverges fails with its cause, what needs it is skipped, and the rest is computed.")
  func divergence() async throws {
    let outcome = try await run(
      """
      ```{model} linear
      layers: [{dense: {units: 3}}]
      ```

      ```{fit} wild
      from: quick
      model: linear
      loss: mean_squared_error
      optimizer: {sgd: {learning_rate: 1e30}}
      ```

      ```{evaluate} report
      fit: wild
      ```

      ```{evaluate} fine
      fit: quick
      ```

      ```{expect}
      - wild.loss < 1
      - quick.loss < 10
      ```

      It is {value}`wild.loss`.
      """)
    let cells = Dictionary(
      uniqueKeysWithValues: outcome.cells.compactMap { cell in cell.name.map { ($0, cell) } })
    guard case .failed(let message, let help)? = cells["wild"]?.status else {
      Issue.record("the fit did not fail")
      return
    }
    #expect(message.contains("step"))
    #expect(help != nil)
    guard case .skipped(because: "wild")? = cells["report"]?.status else {
      Issue.record("the report was not skipped because of the fit")
      return
    }
    #expect(isOK(cells["fine"]))
    guard case .claims(let claims)? = outcome.cells.last?.outputs.first else {
      Issue.record("there are no claims")
      return
    }
    #expect(claims.map(\.verdict) == [.notChecked(.phrase(.notCheckedFailed, ["wild"])), .holds])
    #expect(outcome.notices.contains { $0.weight == .failure })
    #expect(outcome.inlineValues.values.contains(.unavailable(.phrase(.noValue, ["wild"]))))
  }

  @Test("Claims that were not checked count neither as true nor as false, nor does what rests on them.")
  func uncheckedClaims() async throws {
    let outcome = try await run(
      """
      ```{fit} idle
      from: quick
      eval: false
      ```

      ```{expect} open
      - idle.loss < 1
      - quick.epochs == 3
      ```

      ```{expect} broken
      - idle.loss < 1
      - quick.epochs == 4
      ```

      ```{expect} top
      - open.holds
      - not open.holds
      ```

      {value}`open.holds`
      """)
    let holds = outcome.cells.suffix(3).map { $0.value["holds"] }
    #expect(holds == [.unknown, .flag(false), .unknown])
    guard case .claims(let claims)? = outcome.cells.last?.outputs.first else {
      Issue.record("there are no claims")
      return
    }
    #expect(claims.allSatisfy { $0.verdict == .notChecked(.phrase(.notCheckedFailed, ["open.holds"])) })
    #expect(outcome.inlineValues.values.first == .unavailable(.phrase(.noValue, ["open.holds"])))
    let results = ResultsFile.text(of: outcome)
    #expect(results.contains("\"holds\": null,\n        \"count\": 2"), "\(results)")
  }

  @Test("A claim that is false is marked, with the values on either side.")
  func falseClaim() async throws {
    let outcome = try await run("```{expect}\n- |\n  quick.epochs >\n    2 + 5\n```\n")
    guard case .claims(let claims)? = outcome.cells.last?.outputs.first else {
      Issue.record("there are no claims")
      return
    }
    #expect(claims.map(\.verdict) == [.fails])
    #expect(claims.first?.left == "3")
    #expect(claims.first?.right == "7")
    #expect(claims.first?.source == "quick.epochs > 2 + 5")
    #expect(outcome.notices.first?.weight == .failure)
  }

  @Test("A cell that is `from` another takes over its options, and says what it changed.")
  func inheritance() async throws {
    let outcome = try await run(
      "```{fit} slow\nfrom: quick\noptimizer: {sgd: {learning_rate: 0.01}}\n```\n")
    let slow = try #require(outcome.cells.last)
    #expect(slow.presentation.summary.contains(.change(name: "learning_rate", from: "0.1", to: "0.01")))
    #expect(slow.value["epochs"] == .integer(3))
  }

  @Test("A parameter set on the command line reaches the cells, typed, and the titles.")
  func parameterOverride() async throws {
    let text =
      "---\ntitle: \"${rounds} rounds, {value}`more.epochs`\"\nsubtitle: ${rounds}\nparams: {rounds: 2}\n---\n"
      + TestNotebook.flowerCells
      + "```{fit} more\nfrom: quick\nepochs: ${rounds}\n```\n"
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    let outcome = try await notebook.run(settings: [("rounds", "4")])
    #expect(outcome.cells.last?.value["epochs"] == .integer(4))
    #expect(outcome.title == "4 rounds, 4" && outcome.subtitle == "4")
  }

  @Test("Where data cannot be had, its fallback stands in, the page says so, and claims are not checked.")
  func fallback() async throws {
    let notebook = try TestNotebook(
      """
      ```{load} data
      dataset: mnist
      fallback:
        idx: {images: images.idx, labels: labels.idx}
      ```

      ```{expect}
      - data.training_count == 60000
      - data.dataset == 'mnist'
      ```
      """, data: TestNotebook.blankDigits)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    #expect(outcome.notices.contains { $0.weight == .warning })
    #expect(outcome.notices.contains { $0.words == .phrase(.claimsOfReplacedData, ["2"]) })
    guard case .claims(let claims)? = outcome.cells.last?.outputs.first else {
      Issue.record("there are no claims")
      return
    }
    #expect(claims.allSatisfy { $0.verdict == .notChecked(.phrase(.notCheckedFallback, ["idx"])) })
    #expect(outcome.cells[0].value["dataset"] == .text("idx"))
  }

  @Test("A cell with `eval: false` is not computed, and what uses it is skipped.")
  func notEvaluated() async throws {
    let outcome = try await run(
      "```{fit} idle\nfrom: quick\neval: false\n```\n\n```{evaluate}\nfit: idle\n```\n")
    guard case .skipped(because: nil) = outcome.cells[3].status,
      case .skipped(because: "idle") = outcome.cells[4].status
    else {
      Issue.record("the cells were not skipped")
      return
    }
  }

  @Test("The results file holds every cell and claim, and parses as JSON.")
  func resultsFile() async throws {
    let outcome = try await run(
      "```{evaluate} report\nfit: quick\n```\n\n```{expect}\n- quick.epochs == 3\n```\n")
    let text = ResultsFile.text(of: outcome)
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let cells = try #require(parsed["cells"] as? [[String: Any]])
    #expect(cells.map { $0["name"] as? String } == ["flowers", "small", "quick", "report", nil])
    let fit = try #require(cells[2]["result"] as? [String: Any])
    let history = try #require(fit["history"] as? [String: [Double]])
    #expect(Set(history.keys) == ["loss", "accuracy", "val_loss", "val_accuracy"])
    #expect(history["loss"]?.count == 3)
    #expect((fit["weights_digest"] as? String)?.count == 64)
    let expectations = try #require(parsed["expectations"] as? [[String: Any]])
    #expect(expectations.first?["holds"] as? Bool == true)
  }

  @Test("Compared models show the parameters that their layers read, and no inherited one that they do not.")
  func comparedUnusedParameter() async throws {
    let outcome = try await run(
      """
      ```{model} one
      params: {init: zeros}
      layers: [{dense: {units: 3, activation: softmax, kernel_initializer: "${init}"}}]
      ```

      ```{model} two
      from: one
      layers: [{dense: {units: 3, activation: softmax, kernel_initializer: ones}}]
      ```

      ```{fit} f0
      from: quick
      model: one
      ```

      ```{fit} f1
      from: quick
      model: two
      ```

      ```{compare}
      fits: [f0, f1]
      ```

      """)
    guard case .table(let table)? = outcome.cells.last?.outputs.first else {
      Issue.record("there is no table")
      return
    }
    // The results come first.
    #expect(table.columns.dropFirst(3).map(\.title) == [.verbatim("init"), .verbatim("model")])
    #expect(
      table.rows.map { Array($0[3...4]) } == [[.code("zeros"), .code("one")], [.empty, .code("two")]])
  }

  @Test("The notice of a failed cell names all that was skipped for it, at however many removes.")
  func skippedForFailure() async throws {
    let cells = TestNotebook.flowerCells.replacingOccurrences(
      of: "learning_rate: 0.1", with: "learning_rate: 1e38"
    ).replacingOccurrences(of: "activation: tanh", with: "activation: linear")
    let notebook = try TestNotebook(
      cells + "```{evaluate} report\nfit: quick\n```\n\n```{plot}\nfits: quick\n"
        + "caption: \"{value}`report.accuracy`\"\n```\n\n```{show}\ndata: flowers\n```\n")
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    let notice = try #require(outcome.notices.first)
    guard case .joined(let words) = notice.words else {
      Issue.record("nothing is said of what was skipped: \(notice.words)")
      return
    }
    let place = try #require(outcome.cells.dropLast().last?.line)
    #expect(
      words.last == .list([.phrase(.cellNamed, ["report"]), .phrase(.cellInLine, ["plot", "\(place)"])]))
  }

  @Test("The results file says what was set: parameters, by whom, and the options of each cell.")
  func resultsFileSettings() async throws {
    let notebook = try TestNotebook(
      "---\nparams: {rate: 0.5, rounds: 2}\n---\n\n" + TestNotebook.flowerCells
        + "```{fit} slow\nfrom: quick\nepochs: ${rounds}\noptimizer: {sgd: {learning_rate: \"${rate}\"}}\n```\n"
    )
    defer { notebook.remove() }
    let text = ResultsFile.text(of: try await notebook.run(settings: [("rounds", "1")]))
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let parameters = try #require(parsed["parameters"] as? [[String: Any]])
    #expect(parameters.map { $0["name"] as? String } == ["rate", "rounds"])
    #expect(parameters.map { $0["value"] as? Double } == [0.5, 1])
    #expect(parameters.map { $0["set_by"] as? String } == [nil, "-P"])
    let cells = try #require(parsed["cells"] as? [[String: Any]])
    let options = try #require(cells.last?["options"] as? [String: Any])
    #expect(options["epochs"] as? Int == 1 && options["batch_size"] as? Int == 8)
    let optimizer = options["optimizer"] as? [String: [String: Any]]
    #expect(
      optimizer?["sgd"]?["learning_rate"] as? Double == 0.5
        && optimizer?["sgd"]?["nesterov"] as? Bool == false)
  }
}
