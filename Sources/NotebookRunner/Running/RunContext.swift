import Datasets
import Diagnostics
import Engine
import NotebookResults
import Options

/// The parts of the notebook that a directive can access while it computes.
package struct RunContext: Sendable {
  package let displayName: String
  /// The options that affect the cell's result.
  let options: KeyDraft
  /// The dependencies of the cell's result.
  let key: KeyDraft
  /// The work that is actually done for the cell; `nil` if the cell shares no work.
  private(set) var fullestWork: FullestWork?
  /// The shares of the run, of which the cell holds one.
  let shares: RunShares
  /// The memory that is freed once the cell, or one of its trainings, is done.
  let workingBytes: Double
  private(set) var store: ResultStore
  package let signature: CellSignature
  package let seed: Int
  package let locations: DatasetLocations
  /// The number of threads that one computation may use.
  package let threads: Int
  /// The time limit of the run; `nil` if there is none.
  let timeLimit: TimeLimit?
  package private(set) var report: @Sendable (CellProgress) -> Void
  let readingTimes: ReadingTimes
  let products: CellProducts
  /// The keys of the cell's inputs.
  let keys: [String: CellKey]
  /// The results of the cell's inputs, and the notebook's parameters.
  let values: [String: Value]
  /// The inputs that have no result because they failed, were skipped or are not to be computed.
  let unavailable: Set<String>
  /// The inputs whose results come from data other than requested, and the name of that data.
  let standIns: [String: String]
  /// The settings of each fit.
  let settings: [String: FitSettings]
  let lineOfOffset: @Sendable (Int) -> Int

  var evaluator: ExpressionEvaluator { ExpressionEvaluator(values: values) }

  /// Reports the share of the samples that a trained model has answered, and stops the work if the run ends.
  func reportAnswers(_ share: Double) throws {
    try checkTime()
    report(.answering(share: share))
  }

  /// - Throws: an error if the run was interrupted or its time is over.
  func checkTime() throws {
    try Task.checkCancellation()
    try timeLimit?.check()
  }

  /// This context for work that no other cell shares.
  var alone: RunContext {
    var context = self
    context.fullestWork = nil
    return context
  }

  /// Returns this context with another store.
  func storing(in store: ResultStore) -> RunContext {
    var context = self
    context.store = store
    return context
  }

  /// Returns this context with another listener to progress.
  func reporting(_ report: @escaping @Sendable (CellProgress) -> Void) -> RunContext {
    var context = self
    context.report = report
    return context
  }

  func line(of range: SourceRange) -> Int { lineOfOffset(range.start) }

  func data(_ reference: CellReference) throws(CellFailure) -> Lazy<LoadedDataset> {
    if case .data(let data)? = products[reference.name] { return data }
    throw CellFailure.missing(reference.name)
  }

  func fit(_ reference: CellReference) throws(CellFailure) -> FitProduct { try fit(named: reference.name) }

  /// Returns the product of a fit, or the best fit of a sweep.
  func fit(named name: String) throws(CellFailure) -> FitProduct {
    switch products[name] {
    case .fit(let fit): return fit
    case .sweep(let sweep): return sweep.best
    default: throw CellFailure.missing(name)
    }
  }
}

/// The product of a cell, for the cells that use it.
package enum CellProduct: Sendable {
  case data(Lazy<LoadedDataset>)
  case model(ModelSignature)
  case fit(FitProduct)
  case sweep(SweepProduct)
  case nothing
}

/// The yield of a cell: for other cells, for expressions, and for the page.
package struct CellYield: Sendable {
  let product: CellProduct
  let value: Value
  let outputs: [Output]
  /// The notices for the top of the page.
  let notices: [Notice]
  let dataSource: Provenance.DataSource?
  /// The name of the data that replaced the requested data.
  let standIn: String?
  let claims: [Claim]
  /// The key of the result, if it became known only during the computation.
  let key: CellKey?
  /// The work that did not have to be done.
  let saved: SavedWork

  init(
    product: CellProduct = .nothing, value: Value = .record([]), outputs: [Output] = [],
    notices: [Notice] = [],
    dataSource: Provenance.DataSource? = nil, standIn: String? = nil, claims: [Claim] = [],
    key: CellKey? = nil, saved: SavedWork = .none
  ) {
    self.product = product
    self.value = value
    self.outputs = outputs
    self.notices = notices
    self.dataSource = dataSource
    self.standIn = standIn
    self.claims = claims
    self.key = key
    self.saved = saved
  }
}

/// The reason why a cell has no result.
package struct CellFailure: Error {
  package let message: String
  package let help: String?

  /// True if the cell was stopped or not started because the time of the run was over.
  let isOutOfTime: Bool

  package init(_ problem: some Problem) {
    message = problem.message
    help = problem.help
    isOutOfTime = problem is TimeProblem
  }

  package init(message: String, help: String? = nil) {
    self.message = message
    self.help = help
    isOutOfTime = false
  }

  static func missing(_ name: String) -> CellFailure { CellFailure(message: "\"\(name)\" has no result") }
}
