import Foundation
import NotebookResults
import NotebookRunner
import Testing

@Suite struct ClusterWorkTests {
  /// A fit with two seeds, one that starts from its weights, and a sweep with rungs of which a trial diverges.
  private static let cells =
    TestNotebook.flowerCells.replacing(
      "validation_data: flowers\nepochs: 3", with: "validation_split: 0.25\nepochs: 3\nseeds: 2"
    ).replacing("tanh", with: "relu")
      + """

      ```{fit} later
      from: quick
      weights: quick
      seed: 4
      epochs: 1
      ```

      ```{sweep} search
      fit: quick
      method: grid
      parameters: {learning_rate: [0.02, 0.2, 1e38]}
      seeds: 2
      early_terminate: {successive_halving: {min_epochs: 1, eta: 3}}
      ```

      """

  private func run(_ notebook: TestNotebook, _ store: ResultStore) throws -> NotebookRun {
    let plan = try #require(try notebook.plan().plan)
    return NotebookRun(plan, locations: notebook.locations, store: store, jobs: 2) { _ in }
  }

  /// Trains all that is missing as tasks of arrays, each as a process of its own would.
  ///
  /// - Returns: the trainings that were missing before each array.
  private func trainAll(_ notebook: TestNotebook, tasks: Int) async throws -> [[String]] {
    func store() -> ResultStore { ResultStore(StoreFolder(in: notebook.folder)) }
    var arrays: [[String]] = []
    while arrays.count < 10 {
      let missing = try await run(notebook, store()).trainings(isTimed: false).compactMap(\.missing)
      if missing.isEmpty { break }
      arrays.append(missing.map(\.text))
      for task in 0..<tasks {
        let node = try run(notebook, store())
        let work = try #require(
          node.clusterWork(missing, of: try await node.trainings(isTimed: false), tasks: tasks))
        _ = try await work.train(task: task) { _, _ in }
      }
    }
    return arrays
  }

  @Test(
    "Tasks train rung by rung what a run then finds in the store, with the same results.", arguments: [1, 3])
  func rungs(tasks: Int) async throws {
    let notebook = try TestNotebook(Self.cells)
    defer { notebook.remove() }
    // The second rung waits for the first, and the later fit for the first one's weights.
    let arrays = try await trainAll(notebook, tasks: tasks)
    #expect(arrays == [["quick:0-1", "search:0-5"], ["later:0-0", "search:6-7"]])
    let gathered = try await notebook.run(store: ResultStore(StoreFolder(in: notebook.folder)))
    let local = try await notebook.run()
    #expect(gathered.cells.map(\.value) == local.cells.map(\.value))
    #expect(gathered.cells.map(\.outputs) == local.cells.map(\.outputs))
    for name in ["quick", "later"] {
      #expect(gathered.cells.first { $0.name == name }?.saved.isAll == true)
    }
    let search = try #require(gathered.cells.first { $0.name == "search" })
    #expect(search.value["failed"] == .integer(1) && search.saved.epochs == 8)
  }

  @Test("A training that diverged is stored as such, and is not trained again.")
  func divergence() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells.replacing("tanh", with: "relu").replacing("0.1", with: "1e38"))
    defer { notebook.remove() }
    func store() -> ResultStore { ResultStore(StoreFolder(in: notebook.folder)) }
    let first = try await notebook.run(store: store())
    let cells = try await run(notebook, store()).trainings(isTimed: false)
    #expect(cells.map(\.name) == ["quick"] && cells.allSatisfy { $0.missing == nil })
    let second = try await notebook.run(store: store())
    let messages = [first, second].map { outcome -> [String] in
      outcome.cells.compactMap { if case .failed(let message, _) = $0.status { message } else { nil } }
    }
    #expect(messages[0].count == 1 && messages[0] == messages[1])
  }

  @Test("A task that is ended goes on from what is stored; done tasks are not opened.")
  func progress() async throws {
    let notebook = try TestNotebook(Self.cells)
    defer { notebook.remove() }
    let node = try run(notebook, ResultStore(StoreFolder(in: notebook.folder)))
    let selection = [TrainingSelection(cell: "quick", numbers: 0...1)]
    let work = try #require(
      node.clusterWork(selection, of: try await node.trainings(isTimed: false), tasks: 2))
    #expect(work.openTasks == [0, 1] && work.progress.epochs == 0)
    #expect(try await work.train(task: 1) { _, _ in } == 0)
    #expect(work.openTasks == [0])
    #expect(work.progress == (done: 1, of: 2, epochs: 3, ofEpochs: 6))
  }

  @Test("Trainings are done again, and those with other bits than in the store are found.")
  func verification() async throws {
    let notebook = try TestNotebook(Self.cells)
    defer { notebook.remove() }
    _ = try await trainAll(notebook, tasks: 1)
    func verification(_ share: Double) async throws -> ClusterWork {
      let node = try run(notebook, ResultStore(StoreFolder(in: notebook.folder)))
      let work = node.clusterWork([], of: try await node.trainings(isTimed: false), tasks: 1)
      return try #require(work).verification(ofShare: share, tasks: 2)
    }
    let some = try await verification(0.25)
    #expect(some.progress.of == 3 && some.openTasks == [0, 1])
    for task in some.openTasks { #expect(try await some.train(task: task) { _, _ in } == 0) }
    #expect(some.openTasks.isEmpty && some.differing.isEmpty)
    try changeStoredValues(in: notebook)
    let all = try await verification(1)
    var failures = 0
    for task in all.openTasks { failures += try await all.train(task: task) { _, _ in } }
    #expect(failures > 0 && all.differing.count == failures)
  }

  /// Writes each stored epoch anew, with another last digit of each value, under the key of the store.
  private func changeStoredValues(in notebook: TestNotebook) throws {
    let folder = StoreFolder(in: notebook.folder)
    let fits = notebook.folder.appending(path: ".tunebook/v2/\(TestNotebook.storeKey.identifier)/fits")
    for path in try FileManager.default.subpathsOfDirectory(atPath: fits.path) {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count == 3, let place = StorePlace(.fits, digest: parts[1], file: parts[2]),
        let file = try folder.file(at: place)
      else { continue }
      let entry = try StoreEntry(file, at: place, TestNotebook.storeKey, needsPayload: true)
      let text = String(decoding: entry.description, as: UTF8.self)
      let changed = text.replacing(/"value":0\.(\d)/) { "\"value\":0.\($0.output.1)1" }
      try folder.write(StoreEntry(description: Data(changed.utf8), payload: entry.payload), to: place)
    }
  }

  @Test("Trainings that are not known are no work.")
  func unknown() async throws {
    let notebook = try TestNotebook(Self.cells)
    defer { notebook.remove() }
    let node = try run(notebook, ResultStore(StoreFolder(in: notebook.folder)))
    let cells = try await node.trainings(isTimed: false)
    for selection in ["search:0-6", "serach", "later:0-0"] {
      #expect(node.clusterWork([TrainingSelection(selection)], of: cells, tasks: 1) == nil)
    }
  }

  @Test("There are as many tasks as run at once, and more where one would take over five minutes.")
  func taskCount() async throws {
    let long = Self.cells.replacing("epochs: 3", with: "epochs: 100000")
    let notebook = try TestNotebook(long)
    defer { notebook.remove() }
    let node = try run(notebook, ResultStore(StoreFolder(in: notebook.folder)))
    let cells = try await node.trainings(isTimed: true)
    func count(_ jobs: Int?, _ most: Int) throws -> Int {
      try #require(node.clusterWork([], of: cells, jobs: jobs, atMost: most)).taskCount
    }
    #expect(try count(2, 1000) >= 2 && count(100, 1000) == 8 && count(nil, 1) == 1)
  }
}
