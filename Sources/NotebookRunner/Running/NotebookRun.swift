import Datasets
import Diagnostics
import Foundation
import NotebookResults

/// Computes the cells of a plan; cells that do not wait for each other are computed at the same time.
package struct NotebookRun: Sendable {
  let plan: Plan
  let locations: DatasetLocations
  let store: ResultStore
  let jobs: Int
  private let limits: Limits
  private let timeIsOver: (@Sendable () -> Bool)?
  private let listener: @Sendable (RunEvent) -> Void
  private let readingTimes = ReadingTimes()

  /// - Parameter jobs: the number of cells computed at once, and the number of threads of each; at least 1.
  /// - Parameter store: the store of results, which is searched before anything is computed.
  /// - Parameter limits: the memory that cells may take at once, and the time that the run may take.
  /// - Parameter timeIsOver: returns true if that time is over, if a clock other than the machine's decides.
  package init(
    _ plan: Plan, locations: DatasetLocations, store: ResultStore, jobs: Int, limits: Limits = .standard,
    timeIsOver: (@Sendable () -> Bool)? = nil,
    listener: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.plan = plan
    self.locations = locations
    self.store = store
    self.jobs = max(1, jobs)
    self.limits = limits
    self.timeIsOver = timeIsOver
    self.listener = listener
  }

  /// - Returns: the outcome of every cell; if a cell fails, those that do not need it are still computed.
  /// - Throws: `CancellationError` if the task was cancelled.
  package func outcome() async throws -> NotebookOutcome {
    let timeLimit = limits.seconds.map { TimeLimit(seconds: $0, isPast: timeIsOver) }
    var ledger = RunLedger(plan, locations, timeLimit)
    let shares = shares
    // A cell with its result, or `nil` after a cell gave back one of its shares.
    try await withThrowingTaskGroup(of: (index: Int, result: CellResult)?.self) { group in
      var running = 0
      var waits = false
      while true {
        let returns = shares.returns
        while let index = nextReady(&ledger, shares) {
          switch ledger.skipReason(at: index) {
          case .some(let reason):
            shares.giveBack(bytes(of: index))
            finish(index, .skipped(because: reason), &ledger)
          case .none:
            if let timeLimit, timeLimit.isOver, !plan.cells[index].directive.isQuick {
              shares.giveBack(bytes(of: index))
              finish(index, .failed(CellFailure(timeLimit.notBegun), seconds: 0), &ledger)
              continue
            }
            let context = context(for: index, ledger, timeLimit, shares: shares)
            let directive = plan.cells[index].directive
            listener(.started(identity(index)))
            group.addTask { (index, try await Self.compute(directive, context)) }
            running += 1
          }
        }
        if running > 0, !waits {
          group.addTask {
            await shares.wait(untilReturnsExceed: returns)
            return nil
          }
          waits = true
        }
        guard running > 0, let event = try await group.next() else { break }
        guard let (index, result) = event else {
          try Task.checkCancellation()
          waits = false
          continue
        }
        running -= 1
        shares.giveBack(bytes(of: index))
        finish(index, result, &ledger)
      }
      group.cancelAll()
    }
    try Task.checkCancellation()
    let indices = ledger.indices
    let comparison = ChangeComparison(ledger, store, threads: jobs, timeLimit) { [self] name, progress in
      if let index = indices[name] { listener(.progress(identity(index), progress)) }
    }
    let outcome = try await ledger.outcome(comparison)
    store.keep(
      ledger.record(store, readingTimes, after: store.record(of: notebookFile)), of: notebookFile)
    return outcome
  }

  /// Returns a cell whose inputs are all known, and takes a share for it.
  private func nextReady(_ ledger: inout RunLedger, _ shares: RunShares) -> Int? {
    var next: Int?
    _ = shares.take { room in
      next = ledger.nextReady(within: room)
      return next.map(bytes)
    }
    return next
  }

  /// Shares that nothing has taken yet.
  var shares: RunShares { RunShares(plan, jobs: jobs, budget: limits.memory) }

  private func bytes(of index: Int) -> Double { plan.cells[index].memory.workingBytes }

  var notebookFile: URL { URL(fileURLWithPath: plan.document.source.path) }

  private func finish(_ index: Int, _ result: CellResult, _ ledger: inout RunLedger) {
    let outcome = ledger.record(result, at: index)
    listener(.finished(identity(index), outcome))
  }

  static func compute(_ directive: any Directive, _ context: RunContext) async throws -> CellResult {
    let clock = ContinuousClock()
    let start = clock.now
    func seconds() -> Double { (clock.now - start) / .seconds(1) }
    do {
      return .computed(try await yield(of: directive, context), seconds: seconds())
    } catch let failure as CellFailure {
      return .failed(failure, seconds: seconds())
    } catch let problem as any Problem & Error {
      try Task.checkCancellation()
      return .failed(CellFailure(problem), seconds: seconds())
    }
  }

  private static func yield(
    of directive: any Directive, _ context: RunContext
  ) async throws -> CellYield {
    guard directive.isStored else { return try await directive.run(context) }
    let (stored, saved) = try await context.store.result(of: context.key.key, for: context.displayName) {
      let yield = try await directive.run(context)
      return StoredYield(value: yield.value, outputs: yield.outputs)
    }
    return CellYield(value: stored.value, outputs: stored.outputs, saved: saved)
  }

  /// - Parameter isTrial: true if the cell is only timed, so that its progress is not reported.
  func context(
    for index: Int, _ ledger: RunLedger, _ timeLimit: TimeLimit? = nil, shares: RunShares? = nil,
    isTrial: Bool = false
  ) -> RunContext {
    let cell = plan.cells[index]
    let identity = identity(index)
    return RunContext(
      displayName: cell.displayName, options: ledger.options(at: index), key: ledger.draft(at: index),
      fullestWork: ledger.fullestWork(at: index),
      shares: shares ?? self.shares,
      workingBytes: bytes(of: index), store: store,
      signature: cell.signature,
      seed: plan.seed, locations: locations,
      threads: jobs, timeLimit: timeLimit,
      report: { [listener] in if !isTrial { listener(.progress(identity, $0)) } },
      readingTimes: readingTimes,
      products: ledger.products, keys: ledger.keys.only(cell.inputs),
      values: ledger.values.only(cell.inputs.union([NotebookParameters.root])),
      unavailable: cell.inputs.filter(ledger.unavailable.contains),
      standIns: ledger.standIns.only(cell.inputs),
      settings: ledger.settings,
      lineOfOffset: { [source = plan.document.source] in source.location(of: $0).line })
  }

  private func identity(_ index: Int) -> CellIdentity {
    let cell = plan.cells[index]
    return CellIdentity(index: index, directive: cell.cell.directive.value, name: cell.displayName)
  }
}

extension Dictionary {
  /// Returns the entries of some keys.
  fileprivate func only(_ keys: Set<Key>) -> Self {
    Dictionary(uniqueKeysWithValues: keys.compactMap { key in self[key].map { (key, $0) } })
  }
}

/// The way a computation ended.
enum CellResult: Sendable {
  case computed(CellYield, seconds: Double)
  case failed(CellFailure, seconds: Double)
  /// The named cell has no result or, without a name, the cell's own `eval` is false.
  case skipped(because: String?)
}
