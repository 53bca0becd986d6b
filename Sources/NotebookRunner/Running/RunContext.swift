import Datasets
import Diagnostics
import Engine
import NotebookResults
import Options

/// What a directive sees of the notebook while it computes.
package struct RunContext: Sendable {
  package let displayName: String
  /// The options that bear on the cell's result.
  let options: KeyDraft
  /// What the cell's result depends on.
  let key: KeyDraft
  /// The work as which the cell is computed; `nil` where it shares none.
  let fullestWork: FullestWork?
  let store: ResultStore
  package let signature: CellSignature
  package let seed: Int
  package let locations: DatasetLocations
  /// How many threads one computation may use.
  package let threads: Int
  /// The time of the run; `nil` where it may take any.
  let timeLimit: TimeLimit?
  package let report: @Sendable (CellProgress) -> Void
  let readingTimes: ReadingTimes
  let products: [String: CellProduct]
  let values: [String: Value]
  /// The cells that have no result: failed, skipped or not to be computed.
  let unavailable: Set<String>
  /// The cells whose results rest on other data than was asked for, and the name of that data.
  let standIns: [String: String]
  /// What was set for each fit.
  let settings: [String: FitSettings]
  let lineOfOffset: @Sendable (Int) -> Int

  var evaluator: ExpressionEvaluator { ExpressionEvaluator(values: values) }

  /// Reports which share of the samples a trained model has answered, and ends the work where the run ends.
  func reportAnswers(_ share: Double) throws {
    try checkTime()
    report(.answering(share: share))
  }

  /// - Throws: where the run was interrupted, or its time is over.
  func checkTime() throws {
    try Task.checkCancellation()
    try timeLimit?.check()
  }

  func line(of range: SourceRange) -> Int { lineOfOffset(range.start) }

  func data(_ reference: CellReference) throws(CellFailure) -> Lazy<LoadedDataset> {
    if case .data(let data)? = products[reference.name] { return data }
    throw CellFailure.missing(reference.name)
  }

  func fit(_ reference: CellReference) throws(CellFailure) -> FitProduct {
    if case .fit(let fit)? = products[reference.name] { return fit }
    throw CellFailure.missing(reference.name)
  }
}

/// What a cell computed, for the cells that use it.
package enum CellProduct: Sendable {
  case data(Lazy<LoadedDataset>)
  case model(ModelSignature)
  case fit(FitProduct)
  case nothing
}

/// A trained model with all that later cells ask about it.
package struct FitProduct: Sendable {
  let trained: TrainedModel
  let loss: any Loss
  let metrics: [any Metric]
  /// The data it was trained on, test samples included.
  let data: Lazy<LoadedDataset>
  /// What it was measured on after each epoch.
  let validation: Lazy<LabeledSamples>?
  let history: TrainingHistory
  /// All that it depends on.
  let draft: KeyDraft
}

/// What a cell computed: for other cells, for expressions, and for the page.
package struct CellYield: Sendable {
  let product: CellProduct
  let value: Value
  let outputs: [Output]
  /// What the top of the page must say.
  let notices: [Notice]
  let dataSource: Provenance.DataSource?
  /// The name of the data that stood in for what was asked for.
  let standIn: String?
  let claims: [Claim]
  /// What identifies the result, where that showed only in computing it.
  let key: CellKey?
  /// What did not have to be computed.
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

/// Why a cell has no result.
package struct CellFailure: Error {
  package let message: String
  package let help: String?

  /// Whether the cell was ended, or not begun, because the time of the run was over.
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
