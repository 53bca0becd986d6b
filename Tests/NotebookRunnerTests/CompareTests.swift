import Foundation
import NotebookResults
import NotebookRunner
import Synchronization
import Testing

@Suite struct CompareTests {
  @Test("A comparison that is interrupted ends without a table.")
  func interruption() async throws {
    let notebook = try TestNotebook(TestNotebook.flowerCells + "```{compare} side\nfits: [quick]\n```\n")
    defer { notebook.remove() }
    let finished = Mutex([String]())
    let run = Mutex<Task<NotebookOutcome, any Error>?>(nil)
    let begins = AsyncStream<Void>.makeStream()
    let task = Task {
      for await _ in begins.stream { break }
      return try await notebook.run { event in
        switch event {
        case .started(let cell) where cell.name == "side": run.withLock { $0?.cancel() }
        case .finished(let cell, _): finished.withLock { $0.append(cell.name) }
        default: break
        }
      }
    }
    run.withLock { $0 = task }
    begins.continuation.yield()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(finished.withLock { $0 } == ["flowers", "small", "quick"])
  }

  private func table(_ cells: String) async throws -> Table {
    let notebook = try TestNotebook(TestNotebook.flowerCells + cells)
    defer { notebook.remove() }
    guard case .table(let table)? = try await notebook.run().cells.last?.outputs.first else {
      throw TestFailure("no table")
    }
    return table
  }

  private static let seeded = """
    ```{fit} five
    from: quick
    seeds: 3
    ```

    ```{fit} alike
    from: five
    label: η = 0.1
    ```

    ```{fit} hardly
    from: five
    optimizer: {sgd: {learning_rate: 0.000001}}
    ```


    """

  @Test(
    "Results stand after the name, as means with their deviations, and differences say what seeds explain.")
  func seeds() async throws {
    let table = try await table(
      Self.seeded + "```{compare}\nfits: [five, hardly, alike]\nmetrics: [val_loss]\n```\n")
    #expect(table.columns.map(\.alignment) == [.text, .number, .text, .number])
    #expect(table.columns.last?.title == .verbatim("learning_rate"))
    #expect(table.rows.map { $0[0] } == [.run("five"), .run("hardly"), .run("η = 0.1")])
    #expect(table.rows.map { $0[2] }[0] == .words(.label(.referenceRun)))
    guard case .spread(_, let deviation, 4, false) = table.rows[0][1], deviation > 0,
      case .words(.verbatim) = table.rows[1][2], case .words(.phrase(.withinSeeds, _)) = table.rows[2][2]
    else {
      Issue.record("\(table.rows)")
      return
    }
  }

  @Test("Differences are taken from the first row, or from the previous one, in the unit of the quantity.")
  func references() async throws {
    func differences(_ reference: String) async throws -> (title: Words?, cells: [Table.Cell]) {
      let table = try await table(
        Self.seeded + "```{compare}\nfits: [five, hardly, alike]\nmetrics: [val_accuracy]\n\(reference)```\n")
      return (table.columns.dropFirst(2).first?.title, table.rows.map { $0[2] })
    }
    let (ofFirst, fromFirst) = try await differences("")
    let (ofPrevious, fromPrevious) = try await differences("reference: previous\n")
    #expect(ofFirst != ofPrevious && fromFirst.prefix(2) == fromPrevious.prefix(2))
    // The same run twice differs by nothing, and by as much as before from the one between.
    guard case .words(.phrase(.pointsWithinSeeds, let same)) = fromFirst[2],
      case .words(.phrase(.percentagePoints, let back)) = fromPrevious[2],
      case .words(.phrase(.percentagePoints, let there)) = fromFirst[1]
    else {
      Issue.record("\(fromFirst) \(fromPrevious)")
      return
    }
    #expect(same == ["0.00 ± 0.00"])
    #expect(back == there.map { $0.replacing("-", with: "+").replacing("−", with: "+") })
  }

  @Test("Rows are ordered by a quantity, the best first.")
  func sorted() async throws {
    let table = try await table(
      Self.seeded + "```{compare}\nfits: [hardly, five]\nsort: val_loss\nmetrics: val_loss\n```\n")
    #expect(table.rows.map { $0[0] } == [.run("five"), .run("hardly")])
  }

  @Test("Fits that differ in their seed alone share the row of a setting's value.")
  func grouped() async throws {
    let single = [("one", 0.1, 7), ("two", 0.2, 7), ("three", 0.1, 8), ("four", 0.2, 8)].map {
      "```{fit} \($0)\nfrom: quick\noptimizer: {sgd: {learning_rate: \($1)}}\nseed: \($2)\n```\n\n"
    }.joined()
    let table = try await table(
      single
        + "```{compare}\nfits: [one, two, three, four]\ngroup_by: learning_rate\nmetrics: [val_loss]\n```\n")
    #expect(table.rows.map { $0.prefix(2) } == [[.code("0.1"), .integer(2)], [.code("0.2"), .integer(2)]])
    #expect(table.columns.first?.title == .verbatim("learning_rate") && table.columns.count == 4)
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + "```{compare}\nfits: quick\ngroup_by: rate\nsort: val_los\n```\n")
    defer { notebook.remove() }
    #expect(try notebook.plan().diagnostics.map(\.code) == ["TB-P-119"])
  }
}
