import Diagnostics

/// Trainings that are shared out to the tasks of an array.
package struct ClusterWork: Sendable {
  private let trainings: [PlannedTraining]
  /// The cell and the number of each training.
  private let names: [String]
  private let packing: TaskPacking
  /// The number of trainings at once, and the bytes that they may take.
  private let shares: RunShares

  /// The seconds that a task takes at most, if it has more than one training.
  private static let taskSeconds = 300.0

  /// - Parameter count: the number of tasks.
  init(_ cells: [(trainings: CellTrainings, first: Int)], tasks count: Int, _ shares: RunShares) {
    self.init(
      cells.flatMap(\.trainings.trainings),
      names: cells.flatMap { cell, first in cell.trainings.indices.map { "\(cell.name):\(first + $0)" } },
      tasks: count, shares)
  }

  private init(_ trainings: [PlannedTraining], names: [String], tasks count: Int, _ shares: RunShares) {
    self.trainings = trainings
    self.names = names
    packing = TaskPacking(
      trainings.map { TaskPacking.Item(key: $0.key.digest, size: $0.size) }, count: count)
    self.shares = shares
  }

  /// Returns the work of doing a share of the trainings again, to compare the bits. Which ones depends on what they are
  /// alone.
  package func verification(ofShare share: Double, tasks count: Int) -> ClusterWork {
    let size = Int((Double(trainings.count) * min(max(share, 0), 1)).rounded(.up))
    let chosen = trainings.indices.sorted {
      (trainings[$0].key.digest, $0) < (trainings[$1].key.digest, $1)
    }.prefix(size)
    return ClusterWork(
      chosen.map { trainings[$0].verification() }, names: chosen.map { names[$0] }, tasks: count, shares)
  }

  /// The names of the trainings that had other bits when they were done again.
  package var differing: [String] {
    zip(trainings, names).filter { $0.0.progress().differs }.map(\.1)
  }

  /// The number of tasks.
  package var taskCount: Int { packing.tasks.count }

  /// The tasks that have something left to do.
  package var openTasks: [Int] {
    packing.tasks.indices.filter { task in
      packing.tasks[task].contains { group in group.contains { !trainings[$0].progress().isDone } }
    }
  }

  /// The trainings that are done, and the epochs that are stored and that there will be.
  package var progress: (done: Int, of: Int, epochs: Int, ofEpochs: Int) {
    var (done, epochs, all) = (0, 0, 0)
    for training in trainings {
      let progress = training.progress()
      if progress.isDone { done += 1 }
      epochs += progress.isDone ? training.epochs : progress.epochs
      all += training.epochs
    }
    return (done, trainings.count, epochs, all)
  }

  /// Returns the number of tasks for some cells: as many as run at once, more if a task would take over five minutes.
  ///
  /// - Parameter jobs: the number of tasks that run at once; `nil` for any number.
  static func taskCount(_ cells: [CellTrainings], jobs: Int?, atMost most: Int) -> Int {
    let seconds = cells.compactMap(\.seconds).reduce(0, +)
    let bySeconds = Int((min(seconds, 1e9) / taskSeconds).rounded(.up))
    let isKnown = cells.allSatisfy { $0.seconds != nil }
    let trainings = cells.reduce(0) { $0 + $1.trainings.count }
    return max(1, min(most, trainings, max(jobs ?? 1, isKnown ? bySeconds : trainings)))
  }

  /// Trains what is not stored of a task's share. A training that fails does not keep the others from being done.
  ///
  /// - Parameter report: receives the name of each training that ends, and the reason if it failed.
  /// - Returns: the number of trainings that failed.
  /// - Throws: `CancellationError` if the task was cancelled; finished epochs are stored.
  package func train(
    task: Int, _ report: @escaping @Sendable (_ training: String, _ failure: String?) -> Void
  ) async throws -> Int {
    guard packing.tasks.indices.contains(task) else { return 0 }
    let groups = packing.tasks[task]
    let bytes = trainings.map(\.memory).max() ?? 0
    _ = shares.take(bytes)
    defer { shares.giveBack(bytes) }
    let failures = try await shares.map(groups.count, bytes: bytes) { index in
      var failures = 0
      for training in groups[index] where !trainings[training].progress().isDone {
        try Task.checkCancellation()
        let failure = try await Self.failure(of: trainings[training])
        report(names[training], failure)
        if failure != nil { failures += 1 }
      }
      return failures
    }
    return failures.reduce(0, +)
  }

  private static func failure(of training: PlannedTraining) async throws -> String? {
    do {
      try await training.train()
      return nil
    } catch let failure as CellFailure {
      return failure.message
    } catch let problem as any Problem & Error {
      try Task.checkCancellation()
      return problem.message
    }
  }
}
