import Datasets
import Diagnostics
import Engine
import NotebookResults
import Options

/// What a kind of cell does: how its options are read, how it is checked, and how it is computed.
///
/// A directive is one file in `Directives` and one line in ``Directives/catalogue``.
package protocol Directive: Configurable {
  /// How it is used, for the reference.
  static var example: NotebookExample { get }
  /// The option that a body which is a list stands for.
  static var listOption: String? { get }
  /// Whether the cell is computed even where a cell that it uses has no result.
  static var acceptsMissingInputs: Bool { get }

  /// What the cell's caption numbers; `nil` where it depends on the data.
  var captionKind: CaptionKind? { get }

  /// Whether its value and outputs, which hold no names of cells, are stored as they are.
  var isStored: Bool { get }
  /// The option along which work goes on: cells that differ in it alone share their work.
  static var continuedOption: String? { get }
  /// The options that say what is recorded of such work, and do not change its course.
  static var recordedOptions: [String] { get }

  /// Whether work of the same course, done as this cell asks, records all that another asks for, and needs no other
  /// input.
  func recordsAll(of other: any Directive) -> Bool

  /// Adds what the result depends on beside the cell's options, and takes away what it does not depend on.
  func refine(_ draft: inout KeyDraft, _ facts: KeyFacts)

  /// What identifies the work of one step along ``continuedOption``, whose time is the same wherever it is equal.
  func pacedWork(_ draft: KeyDraft) -> CellKey?

  /// Seconds of one such step, from some work of the kind; `nil` where that cannot be known.
  func measurePace(_ context: RunContext) async throws -> Double?

  /// What other cells may take from it before it is computed.
  func anticipated(_ context: RunContext) -> CellYield

  /// Checks the cell against what is known of the cells it uses, before anything is computed.
  ///
  /// - Returns: what is known of its own result, or `nil` after reporting why there will be none.
  func plan(_ context: inout PlanContext) -> CellSignature?

  /// The memory that the cell takes where it is computed, for its signature as `plan` returned it.
  func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed

  /// Whether the cell takes next to no time, so that it is computed even when the time of the run is over.
  var isQuick: Bool { get }

  /// Computes the cell.
  ///
  /// - Throws: a `Problem` or ``CellFailure`` that says why there is no result; `CancellationError` where the run
  ///   was interrupted.
  func run(_ context: RunContext) async throws -> CellYield
}

extension Directive {
  package static var listOption: String? { nil }
  package static var acceptsMissingInputs: Bool { false }
  package var isStored: Bool { false }
  package static var continuedOption: String? { nil }
  package static var recordedOptions: [String] { [] }

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed { .none }
  package var isQuick: Bool { false }
  package func recordsAll(of other: any Directive) -> Bool { false }
  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {}
  package func pacedWork(_ draft: KeyDraft) -> CellKey? { nil }
  package func measurePace(_ context: RunContext) async throws -> Double? { nil }
  package func anticipated(_ context: RunContext) -> CellYield { CellYield() }
  package var captionKind: CaptionKind? { nil }
}

/// What is known of a cell's result before it is computed.
package struct CellSignature: Sendable {
  package enum Kind: Sendable {
    case data(DatasetDescription)
    case model(ModelSignature)
    case fit(FitSignature)
    /// A result that is only read by name.
    case report
  }

  package let kind: Kind
  /// What expressions may read.
  package let type: ValueType
  /// The results that are values of quantities, the one that says most about the cell first.
  package let measured: [MeasuredResult]

  package init(_ kind: Kind, _ type: ValueType, measured: [MeasuredResult] = []) {
    self.kind = kind
    self.type = type
    self.measured = measured
  }
}

/// A model whose shapes are known to fit.
package struct ModelSignature: Sendable {
  package let model: Model
  /// What the author called the things that vary: `hidden_layers`, `activation`.
  package let parameters: [Parameter]
}

/// A training that is known to be possible.
package struct FitSignature: Sendable {
  package let dataCell: String
  package let data: DatasetDescription
  package let model: ModelSignature
  package let modelCell: String
  /// The quantities of the history, in the order of the table: the loss, the metrics, then those of validation.
  package let recorded: [RecordedQuantity]
  package let epochs: Int
  /// The file that it writes its weights to.
  package let savedFile: String?
  /// The name of the fit above whose weights it starts from.
  package let startingFit: String?
}
