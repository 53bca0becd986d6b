import Foundation
import NotebookResults
import NotebookRunner
import Synchronization
import Testing

@Suite("A fit with several seeds is trained once with each.")
struct SeedsTests {
  static let several = """
    ```{fit} several
    from: quick
    seeds: 3
    ```


    """

  /// The texts of expressions after some cells.
  private func texts(_ cells: String, _ expressions: [String]) async throws -> [String] {
    let prose = expressions.map { "- {value}`\($0)`\n" }.joined()
    let notebook = try TestNotebook(TestNotebook.flowerCells + cells + prose)
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    return outcome.inlineValues.sorted { $0.key < $1.key }.map { _, value in
      if case .text(let text) = value { text } else { "unavailable" }
    }
  }

  private func codes(_ cells: String) throws -> [String] {
    let notebook = try TestNotebook(TestNotebook.flowerCells + cells)
    defer { notebook.remove() }
    return try notebook.plan().diagnostics.map(\.code)
  }

  @Test("Each training is that of a fit with its seed alone, and a list says which seeds.")
  func alone() async throws {
    let cells =
      Self.several
      + "```{fit} one\nfrom: quick\nseed: 1\n```\n\n```{fit} listed\nfrom: quick\nseeds: [7, 1]\n```\n\n"
    let texts = try await texts(
      cells,
      [
        "several.weights_digest.seeds[1] == one.weights_digest",
        "several.weights_digest.seeds[0] == quick.weights_digest",
        "listed.weights_digest.seeds[1] == one.weights_digest", "several.val_loss.seeds[1] == one.val_loss",
        "several.weights_digest.seeds[2] == one.weights_digest",
      ])
    #expect(texts == ["true", "true", "true", "true", "false"])
  }

  @Test("One seed replaces inherited ones, and several replace an inherited one.")
  func inheritance() async throws {
    let cells =
      Self.several
      + "```{fit} one\nfrom: several\nseed: 7\n```\n\n```{fit} again\nfrom: one\nseeds: [7, 8]\n```\n\n"
    let texts = try await texts(
      cells, ["again.weights_digest.seeds[0] == one.weights_digest", "again.epochs.seeds[1]"])
    #expect(texts == ["true", "3"])
    #expect(try codes("```{fit} both\nfrom: quick\nseed: 1\nseeds: 2\n```\n").isEmpty)
  }

  @Test("A path is read with each seed and then averaged, with the deviation and the extremes.")
  func statistics() async throws {
    let each = (0..<3).map { "several.val_loss.best.seeds[\($0)]" }
    let mean = "mean(\(each.joined(separator: ", ")))"
    let squares = each.map { "(\($0) - \(mean)) * (\($0) - \(mean))" }
    let texts = try await texts(
      Self.several,
      [
        "several.val_loss.best == \(mean)",
        "several.val_loss.best.min == min(\(each.joined(separator: ", ")))",
        "several.val_loss.best.max == max(\(each.joined(separator: ", ")))",
        "several.val_loss.best.mean == several.val_loss.best",
        "several.val_loss.best.std * several.val_loss.best.std * 2 - (\(squares.joined(separator: " + "))) "
          + "within -1e-9..1e-9",
        "several.epochs", "several.epochs.std",
      ])
    #expect(texts == ["true", "true", "true", "true", "true", "3", "0"])
  }

  @Test("A text has no mean, and must be read of one seed.")
  func text() throws {
    #expect(try codes(Self.several + "It is {value}`several.weights_digest`.\n") == ["TB-X-125"])
  }

  @Test("The results are the same with one job and with two.")
  func jobs() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + Self.several + "```{evaluate} report\nfit: several\n```\n\n"
        + "```{plot}\nfits: [quick, several]\n```\n\n```{compare}\nfits: [quick, several]\n```\n")
    defer { notebook.remove() }
    let (one, two) = (try await notebook.run(jobs: 1), try await notebook.run(jobs: 2))
    #expect(one.cells.map(\.outputs) == two.cells.map(\.outputs))
    #expect(one.cells.map(\.value) == two.cells.map(\.value))
  }

  @Test("A run that was cut off goes on from the epochs of each seed.")
  func continued() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + "```{fit} several\nfrom: quick\nseeds: 3\nepochs: 12\n```\n")
    defer { notebook.remove() }
    let store = ResultStore(StoreFolder(in: notebook.folder))
    var limits = Limits.standard
    limits.seconds = 1
    let isOver = Mutex(false)
    let cut = try await notebook.run(
      store: store, limits: limits,
      listener: { event in
        if case .progress(let cell, .trainings) = event, cell.name == "several",
          case .progress(_, .trainings(_, _, let share)) = event, share > 0.4
        {
          isOver.withLock { $0 = true }
        }
      }, timeIsOver: { isOver.withLock(\.self) })
    guard case .failed? = cut.cells.last?.status else {
      Issue.record("\(String(describing: cut.cells.last?.status))")
      return
    }
    let continued = try #require(try await notebook.run(store: store).cells.last)
    #expect((1..<36).contains(continued.saved.epochs))
    #expect(continued.value == (try await notebook.run().cells.last?.value))
  }

  @Test("Of an evaluation the matrices are added, and the scores are means with their deviations.")
  func evaluation() async throws {
    let single = (0..<3).map {
      "```{fit} s\($0)\nfrom: quick\nseed: \($0)\n```\n\n```{evaluate} r\($0)\nfit: s\($0)\n```\n\n"
    }.joined()
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + Self.several + single + "```{evaluate} report\nfit: several\n```\n\n"
        + "{value}`report.accuracy == mean(r0.accuracy, r1.accuracy, r2.accuracy)` "
        + "{value}`report.recall[1].seeds[2] == r2.recall[1]`\n")
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    func counts(_ name: String) -> [[Int]] {
      for case .confusionMatrix(let matrix) in outcome.cells.first(where: { $0.name == name })?.outputs ?? []
      {
        return matrix.counts
      }
      return []
    }
    let sums = (0..<3).map { truth in
      (0..<3).map { guess in (0..<3).reduce(0) { $0 + counts("r\($1)")[truth][guess] } }
    }
    #expect(counts("report") == sums)
    #expect(outcome.inlineValues.values.allSatisfy { if case .text("true") = $0 { true } else { false } })
    let report = try #require(outcome.cells.first { $0.name == "report" })
    guard case .table(let table)? = report.outputs.first, case .spread? = table.rows.first?.last else {
      Issue.record("\(report.outputs)")
      return
    }
    #expect(report.outputs.contains(.text(.phrase(.countsOfSeeds, ["3"]))))
  }

  @Test("A plot shows the seeds of a fit as a band, or each as a line of its own.")
  func plot() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + Self.several
        + "```{plot}\nfits: several\nmetrics: loss\ncurves: training\n```\n\n"
        + "```{plot}\nfits: several\nmetrics: loss\ncurves: training\nseeds: lines\n```\n")
    defer { notebook.remove() }
    let charts = try await notebook.run().cells.flatMap(\.outputs).compactMap { output -> LineChart? in
      if case .chart(let chart) = output { chart } else { nil }
    }
    try #require(charts.count == 2)
    #expect(charts[0].lines.map(\.band?.runs) == [3])
    #expect(charts[1].lines.map(\.run) == (0..<3).map { "several (seed \($0))" })
    #expect(charts[1].lines.allSatisfy { $0.band == nil })
  }

  @Test("A change card gives the difference over the seeds, and says whose answers it counts.")
  func change() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + Self.several
        + "```{fit} alike\nfrom: several\noptimizer: {sgd: 0.1001}\n```\n\n"
        + "```{fit} hardly\nfrom: several\noptimizer: {sgd: 0.000001}\nmetrics: []\n```\n")
    defer { notebook.remove() }
    var cards: [String: ChangeCard] = [:]
    for cell in try await notebook.run().cells {
      for case .change(let card) in cell.outputs { cards[cell.name ?? ""] = card }
    }
    let alike = try #require(cards["alike"]?.seeds)
    #expect(!alike.isBeyondChance)
    let hardly = try #require(cards["hardly"]?.seeds)
    #expect(hardly.isBeyondChance && hardly.after > hardly.before && hardly.deviation > 0)
    guard case .phrase(.changedAnswersOfSeeds, let seeds)? = cards["alike"]?.answerSeeds else {
      Issue.record("\(String(describing: cards["alike"]))")
      return
    }
    #expect(seeds.count == 2)
    #expect(cards["several"]?.seeds == nil)
  }
}
