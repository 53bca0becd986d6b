import Diagnostics
import NotebookResults

extension NotebookRun {
  /// Returns what ``outcome()`` would do. If the time of an epoch is unknown, some steps are trained on the
  /// data, provided that it is on this machine.
  ///
  /// - Parameter progress: receives the share of the cells that have been examined.
  package func forecast(progress: @Sendable (Double) -> Void = { _ in }) async -> RunForecast {
    var forecaster = Forecaster(self)
    return await forecaster.forecast(progress)
  }
}

/// Walks through a plan as a run does, but computes nothing.
private struct Forecaster {
  private let run: NotebookRun
  private let record: RunRecord?
  /// The cells of the record, by name.
  private let recorded: [String: RunRecord.Cell]
  /// The indices of the cells by their names for messages.
  private let indices: [String: Int]
  private var ledger: RunLedger
  private var cells: [RunForecast.Cell] = []
  /// The number of epochs of the longest training so far, by its key.
  private var trained: [CellKey: Int] = [:]
  private var paces: WorkPaces
  /// The data cells that were loaded to measure their time, by index.
  private var anticipations: [Int: CellYield] = [:]
  private var hasLoaded = false

  init(_ run: NotebookRun) {
    self.run = run
    record = run.store.record(of: run.notebookFile)
    recorded = record?.cellsByName ?? [:]
    indices = Dictionary(run.plan.cells.enumerated().map { ($1.displayName, $0) }) { first, _ in first }
    ledger = RunLedger(run.plan, run.locations)
    paces = WorkPaces(run)
  }

  mutating func forecast(_ progress: @Sendable (Double) -> Void) async -> RunForecast {
    while let index = ledger.nextReady() {
      progress(Double(cells.count) / Double(run.plan.cells.count))
      let cell = run.plan.cells[index]
      if ledger.skipReason(at: index) != .none {
        append(cell, .skipped, reason: nil, seconds: 0)
        _ = ledger.record(.skipped(because: nil), at: index)
        continue
      }
      let draft = ledger.draft(at: index)
      let fullest = ledger.fullest(at: index)
      if let search = cell.directive as? any SearchingWork {
        await append(search, of: cell, at: index)
        _ = ledger.record(.computed(cell.directive.anticipated(trial(of: index)), seconds: 0), at: index)
        continue
      }
      let (work, cached) = await work(of: cell, draft, as: ledger.draft(at: fullest))
      switch work {
      case .stored, .cached:
        append(cell, work, reason: nil, seconds: 0, cached: cached)
      case .continued(let from, let to):
        let pace = await pace(of: fullest, ledger.draft(at: fullest))
        append(
          cell, from == 0 ? .computed : .continued(from: from, to: to),
          reason: from == 0 ? reason(for: cell, draft) : nil,
          seconds: pace.map { $0 * Double(to - from - cached) }, cached: cached)
      case .computed, .skipped:
        let isData = cell.isData
        let isStored = cell.directive.isStored || isData
        var seconds = recorded[cell.displayName]?.seconds
        if seconds == nil, isData { seconds = await loadingTime(of: index) }
        if seconds == nil { seconds = await repeatedTime(of: cell) }
        append(
          cell, .computed, reason: isStored ? reason(for: cell, draft) : nil,
          seconds: seconds ?? (isStored ? nil : 0))
      }
      let anticipated =
        anticipations[index] ?? cell.directive.anticipated(trial(of: index))
      _ = ledger.record(.computed(anticipated, seconds: 0), at: index)
    }
    let readers = self.readers
    for index in cells.indices { cells[index] = await readingWhatIsNeeded(cells[index], by: readers) }
    return RunForecast(
      computing: cells, jobs: run.jobs,
      peakMemory: record?.peakMemory ?? (hasLoaded || paces.hasTried ? ResidentMemory.peak : nil),
      memoryBound: run.plan.memory)
  }

  /// Marks stored data as read if a cell that is computed needs its samples.
  private mutating func readingWhatIsNeeded(
    _ cell: RunForecast.Cell, by readers: [String: String]
  ) async -> RunForecast.Cell {
    guard cell.work == .stored, let index = indices[cell.name], run.plan.cells[index].isData,
      let reader = readers[cell.name]
    else { return cell }
    var seconds = recorded[cell.name]?.seconds
    if seconds == nil { seconds = await loadingTime(of: index) }
    return RunForecast.Cell(
      name: cell.name, directive: cell.directive, line: cell.line, work: .computed,
      reason: "\(reader) needs its samples", note: cell.note, seconds: seconds, inputs: cell.inputs,
      isLong: true)
  }

  /// The first cell that is computed and needs the samples of each data cell, by their names.
  private var readers: [String: String] {
    var readers: [String: String] = [:]
    for cell in cells where isComputed(cell) {
      for name in samples(of: cell) where readers[name] == nil { readers[name] = cell.name }
    }
    return readers
  }

  private func isComputed(_ cell: RunForecast.Cell) -> Bool {
    switch cell.work {
    case .computed, .continued: true
    case .stored, .cached, .skipped: false
    }
  }

  /// Returns the data whose samples a cell reads if it is computed: its own, or that of its fits.
  private func samples(of cell: RunForecast.Cell) -> Set<String> {
    guard let cell = indices[cell.name].map({ run.plan.cells[$0] }),
      cell.directive.isStored || cell.product == .training
    else {
      return []
    }
    return cell.inputs.union(
      cell.inputs.compactMap { name in
        let kind = ledger.indices[name].map { run.plan.cells[$0].signature.kind }
        if case .fit(let signature)? = kind { return signature.dataCell } else { return nil }
      })
  }

  private func trial(of index: Int) -> RunContext { run.context(for: index, ledger, isTrial: true) }

  private mutating func loadingTime(of index: Int) async -> Double? {
    let anticipated = run.plan.cells[index].directive.anticipated(
      trial(of: index))
    anticipations[index] = anticipated
    guard case .data(let data) = anticipated.product else { return nil }
    hasLoaded = true
    let start = ContinuousClock.now
    guard (try? await data.value) != nil else { return nil }
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private mutating func append(
    _ cell: PlannedCell, _ work: RunForecast.Work, reason: String?, seconds: Double?, cached: Int = 0
  ) {
    cells.append(
      RunForecast.Cell(
        name: cell.displayName, directive: cell.cell.directive.value, line: cell.line, work: work,
        reason: reason, note: (cell.directive as? any ContinuedWork)?.lengthNote, seconds: seconds,
        cachedEpochs: cached, inputs: cell.inputs, isLong: cell.product != .other))
  }

  /// Adds a search, whose time is that of the epochs that are not stored, shared among the jobs.
  private mutating func append(_ search: any SearchingWork, of cell: PlannedCell, at index: Int) async {
    let known = try? await search.knownEpochs(trial(of: index))
    let (stored, cached, all) = known ?? (0, 0, 0)
    let rest = all - stored - cached
    var seconds: Double?
    if rest > 0, let base = run.plan.cells.firstIndex(where: { $0.name == search.fit.name }) {
      seconds = await pace(of: base, ledger.draft(at: base)).map {
        $0 * Double(rest) / Double(run.jobs)
      }
    }
    cells.append(
      RunForecast.Cell(
        name: cell.displayName, directive: cell.cell.directive.value, line: cell.line,
        work: stored == all
          ? .stored : rest == 0 ? .cached : stored == 0 ? .computed : .continued(from: stored, to: all),
        reason: stored == 0 && rest > 0 ? reason(for: cell, ledger.draft(at: index)) : nil,
        note: search.extent(cell.signature), seconds: rest == 0 ? 0 : seconds, cachedEpochs: cached,
        inputs: cell.inputs, isLong: true))
  }

  /// - Parameter fullest: the dependencies of the cell whose work is done for this one.
  /// - Returns: the work, and the epochs that are not stored but in the cache.
  private mutating func work(
    of cell: PlannedCell, _ draft: KeyDraft, as fullest: KeyDraft
  ) async -> (work: RunForecast.Work, cached: Int) {
    let (store, name) = (run.store, cell.displayName)
    guard let work = cell.directive as? any ContinuedWork else {
      return (store.holds(draft.key, for: name) ? .stored : .computed, 0)
    }
    let parts = work.parts(draft, notebookSeed: run.plan.seed)
    var (known, cached) = (0, 0)
    for (own, whole) in zip(parts, work.parts(fullest, notebookSeed: run.plan.seed)) {
      let length = knownLength(of: work, own, as: whole, for: name)
      known += length
      if length < work.length, await store.isCached(work.work(own), epochs: work.length, for: name) {
        cached += work.length - length
      }
    }
    let length = work.length * parts.count
    if known == length { return (.stored, 0) }
    return (known + cached == length ? .cached : .continued(from: known, to: length), cached)
  }

  /// Returns how much of a part of the work is stored, or done for a cell above.
  private mutating func knownLength(
    of work: any ContinuedWork, _ draft: KeyDraft, as fullest: KeyDraft, for cell: String
  ) -> Int {
    let keys = [work.work(draft), work.work(fullest)]
    let known = keys.map { key in
      let others = run.store.goesOnFromOthers(cell) ? trained[key] : nil
      let above = others.flatMap { $0 <= work.length ? $0 : nil } ?? 0
      let stored = run.store.epochCount(
        of: key, upTo: work.length, mayEndEarly: work.mayEndEarly, for: cell)
      return stored.isEnd ? work.length : max(above, stored.count)
    }
    if known[0] <= known[1] { trained[keys[1]] = max(work.length, trained[keys[1]] ?? 0) }
    trained[keys[0]] = max(work.length, trained[keys[0]] ?? 0)
    return known.max() ?? 0
  }

  private mutating func pace(of index: Int, _ draft: KeyDraft) async -> Double? {
    let trial = trial(of: index)
    return await paces.pace(of: run.plan.cells[index].directive, draft, trial)
  }

  /// Returns the time of a cell that does a part of another's work again.
  private mutating func repeatedTime(of cell: PlannedCell) async -> Double? {
    guard let repeated = cell.directive.repeatedWork(cell.signature),
      let index = ledger.indices[repeated.cell]
    else { return nil }
    return await pace(of: index, ledger.draft(at: index)).map { $0 * repeated.length }
  }

  // MARK: Why

  private func reason(for cell: PlannedCell, _ draft: KeyDraft) -> String? {
    if record == nil { return "no run is stored" }
    guard let old = recorded[cell.displayName] else { return "new since the stored run" }
    if old.digest == draft.key.digest { return "its stored result is missing or not to be used" }
    let references = Set((old.ingredients + draft.ingredients).filter { !$0.cells.isEmpty }.map(\.name))
    var reasons = Setting.changes(from: old.settings, to: Setting.all(of: cell.resolved))
      .filter { !references.contains($0.name) }
      .map { "\($0.name) \($0.from ?? "–") → \($0.to ?? "–")" }
    for ingredient in draft.ingredients {
      guard let before = old.ingredients.first(where: { $0.name == ingredient.name }),
        before.value != ingredient.value
      else { continue }
      if !ingredient.cells.isEmpty {
        reasons.append(
          before.cells == ingredient.cells
            ? "\(ingredient.cells.joined(separator: ", ")) changed"
            : "\(ingredient.name) \(before.cells.joined(separator: ", ")) → "
              + ingredient.cells.joined(separator: ", "))
      } else if ingredient.name == "files" {
        reasons.append("the data changed")
      } else if !cell.resolved.contains(where: { $0.name == ingredient.name }) {
        reasons.append("\(ingredient.name) \(before.value) → \(ingredient.value)")
      }
    }
    let said = reasons.isEmpty ? "changed" : reasons.withoutRepetition.joined(separator: ", ")
    return said + " since the stored run"
  }
}

extension PlannedCell {
  fileprivate enum Product {
    case data, training, other
  }

  var isData: Bool { if case .data = signature.kind { true } else { false } }

  fileprivate var product: Product {
    switch signature.kind {
    case .data: .data
    case .fit, .sweep, .rangeTest: .training
    case .model, .report: .other
    }
  }
}
