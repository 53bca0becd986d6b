extension NotebookRun {
  /// Returns the trainings of all cells as far as they are known now. Data is obtained, and cells whose trainings are
  /// all stored are computed where others start from their weights; nothing is trained.
  ///
  /// - Parameters:
  ///   - isTimed: true to find out how long they take, for which some steps are trained where no run is stored.
  ///   - fetching: true to bring here first what the cache has of them.
  ///   - report: receives the names of cells that cannot be computed, such as data that is missing, and the reasons.
  package func trainings(
    isTimed: Bool, fetching: Bool = false, report: (_ cell: String, _ failure: String) -> Void = { _, _ in }
  ) async throws -> [CellTrainings] {
    var ledger = RunLedger(plan, locations)
    var paces = WorkPaces(self)
    let needed = Set(plan.cells.filter { $0.directive is any TrainingWork }.flatMap(\.inputs))
    var found: [(index: Int, trainings: CellTrainings)] = []
    while let index = ledger.nextReady() {
      let cell = plan.cells[index]
      guard ledger.skipReason(at: index) == .none else {
        _ = ledger.record(.skipped(because: nil), at: index)
        continue
      }
      let context = context(for: index, ledger, isTrial: true)
      var result = CellResult.computed(cell.directive.anticipated(context), seconds: 0)
      if let work = cell.directive as? any TrainingWork {
        let trainings =
          try await fetching ? fetchedTrainings(of: work, context) : work.trainings(context)
        var pace: Double?
        if isTimed, trainings.contains(where: { !$0.progress().isDone }) {
          pace = await self.pace(of: cell, at: index, ledger, &paces)
        }
        found.append((index, CellTrainings(name: cell.displayName, trainings: trainings, pace: pace)))
        if trainings.contains(where: { !$0.progress().isDone }) {
          result = .skipped(because: nil)
        } else if let name = cell.name, needed.contains(name) {
          result = try await Self.compute(cell.directive, context)
        }
      } else if cell.isData {
        result = try await Self.compute(cell.directive, context)
      }
      if case .failed(let failure, _) = result { report(cell.displayName, failure.message) }
      _ = ledger.record(result, at: index)
    }
    return found.sorted { $0.index < $1.index }.map(\.trainings)
  }

  /// Returns the trainings of a cell that are known once those in the cache are here.
  private func fetchedTrainings(
    of work: any TrainingWork, _ context: RunContext
  ) async throws -> [PlannedTraining] {
    let shares = shares
    while true {
      let trainings = try await work.trainings(context)
      let missing = trainings.filter { !$0.progress().isDone }
      // Trainings of a search depend on others, so that some that are brought here may be followed by more.
      let fetched = try await shares.map(missing.count, bytes: 0) { await missing[$0].fetch() }
      guard fetched.contains(true) else { return trainings }
    }
  }

  /// Returns the seconds for each number that an epoch processes, measured on the cell's own fit or that of a search.
  private func pace(
    of cell: PlannedCell, at index: Int, _ ledger: RunLedger, _ paces: inout WorkPaces
  ) async -> Double? {
    let search = cell.directive as? any SearchingWork
    guard let fit = search.map({ ledger.indices[$0.fit.name] }) ?? index,
      case .fit(let signature) = plan.cells[fit].signature.kind
    else { return nil }
    let seconds = await paces.pace(
      of: plan.cells[fit].directive, ledger.draft(at: fit), context(for: fit, ledger, isTrial: true))
    return seconds.map { $0 / signature.epochSize }
  }

  /// Returns the work of an array of tasks on trainings that were selected.
  ///
  /// - Parameters:
  ///   - selections: the cells with the numbers of their trainings; if there are none, all that are known.
  ///   - jobs: the number of tasks that run at once; `nil` for any number.
  ///   - most: the largest number of tasks.
  /// - Returns: `nil` if one of the selected trainings is not known.
  package func clusterWork(
    _ selections: [TrainingSelection], of cells: [CellTrainings], jobs: Int?, atMost most: Int
  ) -> ClusterWork? {
    let chosen = selected(selections, of: cells)
    guard let chosen else { return nil }
    let count = ClusterWork.taskCount(chosen.map(\.trainings), jobs: jobs, atMost: most)
    return ClusterWork(chosen, tasks: count, shares)
  }

  /// Returns the work of an array with a given number of tasks.
  ///
  /// - Returns: `nil` if one of the selected trainings is not known.
  package func clusterWork(
    _ selections: [TrainingSelection], of cells: [CellTrainings], tasks count: Int
  ) -> ClusterWork? {
    selected(selections, of: cells).map { ClusterWork($0, tasks: count, shares) }
  }

  private func selected(
    _ selections: [TrainingSelection], of cells: [CellTrainings]
  ) -> [(trainings: CellTrainings, first: Int)]? {
    if selections.isEmpty { return cells.map { ($0, 0) } }
    let known = Dictionary(cells.map { ($0.name, $0) }) { first, _ in first }
    let chosen = selections.compactMap { selection in
      known[selection.cell]?.with(selection.numbers).map { ($0, selection.numbers?.lowerBound ?? 0) }
    }
    return chosen.count == selections.count ? chosen : nil
  }
}
