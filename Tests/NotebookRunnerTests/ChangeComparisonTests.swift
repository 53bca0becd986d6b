import Engine
import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct ChangeComparisonTests {
  /// The cards of the cells, by the names of their fits.
  private func cards(
    _ cells: String, jobs: Int = 1, after first: String = TestNotebook.flowerCells,
    data: [String: Data] = TestNotebook.tables
  ) async throws -> [String: ChangeCard] {
    let notebook = try TestNotebook(first + cells, data: data)
    defer { notebook.remove() }
    var cards: [String: ChangeCard] = [:]
    for cell in try await notebook.run(jobs: jobs).cells {
      for case .change(let card) in cell.outputs { cards[cell.name ?? ""] = card }
    }
    return cards
  }

  @Test("A fit from another shows what was changed, both curves, and how many answers became right or wrong.")
  func card() async throws {
    let cells = """
      ```{fit} shorter
      from: quick
      epochs: 1
      ```

      ```{evaluate} old
      fit: quick
      ```

      ```{evaluate} new
      fit: shorter
      ```
      """
    let notebook = try TestNotebook(TestNotebook.flowerCells + cells)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    let all = try await cards(cells)
    let card = try #require(all["shorter"])
    #expect(all.count == 1)
    #expect(card.changes == [.change(name: "epochs", from: "3", to: "1")])
    #expect(card.quantity == Words(Accuracy().quantity) && card.role == .test)
    let answers = try #require(card.answers)
    // What became right and what became wrong make up the difference of what is right.
    let accuracies = ["old", "new"].compactMap { name -> Double? in
      let value = outcome.cells.first { $0.name == name }?.value["accuracy"]
      if case .number(let accuracy)? = value { return accuracy } else { return nil }
    }
    try #require(accuracies.count == 2)
    #expect(card.before == accuracies[0] && card.after == accuracies[1])
    let gained = (accuracies[1] - accuracies[0]) * Double(answers.count)
    #expect(answers.becameRight - answers.becameWrong == Int(gained.rounded()))
    #expect(answers.becameWrong > 0)
    #expect(answers.examples.isEmpty)
  }

  @Test("Behind each curve of a fit is that of the fit that it is from, on the same samples.")
  func earlierCurves() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + """
        ```{fit} several
        from: quick
        seeds: 3
        label: three seeds
        ```

        ```{fit} longer
        from: several
        epochs: 4
        ```

        ```{fit} blind
        from: longer
        validation_data: null
        ```
        """)
    defer { notebook.remove() }
    let cells = try await notebook.run().cells
    func curves(_ name: String) throws -> TrainingCurves {
      let outputs = try #require(cells.first { $0.name == name }).outputs
      guard case .curves(let curves)? = outputs.first else { throw TestFailure("no curves") }
      return curves
    }
    let (quick, several, longer) = (try curves("quick"), try curves("several"), try curves("longer"))
    #expect(quick.charts.allSatisfy { $0.earlier == nil })
    #expect(longer.charts.map { $0.earlier?.run } == longer.charts.map { _ in "three seeds" })
    for (own, earlier) in zip(longer.charts, several.charts) {
      let validated = try #require(earlier.lines.first { $0.role == .test })
      #expect(own.earlier == validated && validated.band?.runs == 3)
    }
    #expect(try curves("blind").charts.allSatisfy { $0.earlier?.role == .training })
    let outputs = try #require(cells.first { $0.name == "longer" }).outputs
    guard case .change? = outputs.dropFirst().first else {
      Issue.record("The change does not follow the curves.")
      return
    }
  }

  @Test("A change is told over the seeds that both have, and says how many these are if either has others.")
  func sharedSeeds() async throws {
    let cells = """
      ```{fit} many
      from: quick
      seeds: 4
      ```

      ```{fit} fewer
      from: many
      seeds: 2
      epochs: 2
      ```

      ```{fit} as_many
      from: fewer
      epochs: 1
      ```
      """
    let all = try await cards(cells)
    #expect(all["fewer"]?.seeds?.shared == 2)
    #expect(all["as_many"]?.seeds != nil && all["as_many"]?.seeds?.shared == nil)
  }

  @Test("Chance comes from the classes of the data, for each metric that has such a level.")
  func chance() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells.replacing(
        "metrics: [accuracy]", with: "metrics: [accuracy, {top_k_categorical_accuracy: 2}, precision]") + """
          ```{plot} curves
          fits: quick
          ```
          """)
    defer { notebook.remove() }
    let cells = try await notebook.run().cells
    let charts = cells.flatMap(\.outputs).flatMap { output -> [LineChart] in
      switch output {
      case .curves(let curves): curves.charts
      case .chart(let chart): [chart]
      default: []
      }
    }
    // Precision, top-2 accuracy, accuracy and the loss, of the fit and of the plot.
    let chances: [Double?] = [nil, 2.0 / 3, 1.0 / 3, nil]
    #expect(charts.map(\.chance) == chances + chances)
  }

  @Test("A quotient is shown as it is written, and is the same setting as the number that it equals.")
  func quotients() throws {
    let notebook = try TestNotebook(
      """
      ```{load} raw
      dataset: digits
      scale: 0.25
      ```

      ```{load} same
      from: raw
      scale: 1/4
      ```

      ```{load} scaled
      from: raw
      scale: 1/255
      ```
      """)
    defer { notebook.remove() }
    let plan = try #require(try notebook.plan().plan)
    #expect(plan.cells.map(\.summary.count) == [0, 1, 2])
    #expect(plan.cells[2].summary.last == .change(name: "scale", from: "0.25", to: "1/255"))
  }

  @Test("Nothing is compared where nothing was changed that bears on the result.")
  func withoutChange() async throws {
    #expect(try await cards("```{fit} kept\nfrom: quick\nsave: w.npz\n```\n").isEmpty)
  }

  @Test("Answers are not compared where the validation samples differ, nor anything where there is none.")
  func withoutCommonData() async throws {
    let all = try await cards(
      """
      ```{fit} split
      from: quick
      validation_data: null
      validation_split: 0.3
      ```

      ```{fit} blind
      from: quick
      validation_data: null
      ```
      """)
    #expect(all.keys.sorted() == ["split"])
    #expect(all["split"]?.answers == nil)
  }

  @Test("Images that became right are shown with both answers, the same with several jobs.")
  func examples() async throws {
    let first = """
      ```{load} halves
      dataset:
        idx: {images: images.idx, labels: labels.idx, test_images: images.idx, test_labels: labels.idx}
      scale: 1/255
      ```

      ```{model} net
      layers: [flatten, {dense: {units: 2, activation: softmax}}]
      ```

      ```{model} dead
      layers:
        - flatten
        - dense: {units: 2, activation: relu, kernel_initializer: zeros}
        - dense: {units: 2, activation: softmax, kernel_initializer: zeros}
      ```

      ```{fit} undecided
      model: dead
      data: halves
      metrics: [accuracy]
      validation_data: halves
      ```

      """
    let cells =
      "```{fit} learned\nfrom: undecided\nmodel: net\noptimizer: {sgd: {learning_rate: 1}}\nepochs: 20\n```\n"
    let left: [UInt8] = [255, 0, 255, 0]
    let right: [UInt8] = [0, 255, 0, 255]
    let data: [String: Data] = [
      "images.idx": Data([0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 2] + left + right + left + right),
      "labels.idx": Data([0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 0, 1]),
    ]
    let card = try #require(try await cards(cells, after: first, data: data)["learned"])
    let answers = try #require(card.answers)
    #expect(answers.count == 4)
    #expect(answers.becameRight == 2)
    #expect(answers.becameWrong == 0)
    #expect(answers.examples.map(\.title) == [.label(.becameRight)])
    let items = answers.examples.flatMap(\.items)
    #expect(items.map(\.pixels) == [right, right])
    #expect(items.map(\.caption) == Array(repeating: .phrase(.changedAnswer, ["1", "0"]), count: 2))
    #expect(try await cards(cells, jobs: 4, after: first, data: data)["learned"] == card)
    for count in [0, 1] {
      let fewer = cells.replacing("epochs: 20", with: "epochs: 20\nexamples: \(count)")
      let answers = try #require(try await cards(fewer, after: first, data: data)["learned"]?.answers)
      #expect(answers.becameRight == 2 && answers.examples.flatMap(\.items).count == count)
    }
  }
}
