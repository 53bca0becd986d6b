import Diagnostics
import NotebookResults
import Options

/// A kind of cell, with the way its options are read, checked and computed.
///
/// A directive is one file in `Directives` and one line in ``Directives/catalogue``.
package protocol Directive: Configurable {
  /// An example of its use, for the reference.
  static var example: NotebookExample { get }
  /// The option that a body in the form of a list sets.
  static var listOption: String? { get }
  /// Groups of options of which one, where it is given, takes the place of the others that would be inherited.
  static var alternatives: [Set<String>] { get }
  /// True if the cell is computed even if a cell that it uses has no result.
  static var acceptsMissingInputs: Bool { get }

  /// The kind of number that the cell's caption has; `nil` if it depends on the data.
  var captionKind: CaptionKind? { get }

  /// The author's choices for its charts; none for a directive that draws none.
  var chartOptions: ChartOptions { get }

  /// Returns what the cell draws, given its signature from `plan`.
  func drawings(_ context: PlanContext, _ signature: CellSignature) -> CellDrawings

  /// True if its value and outputs, which contain no names of cells, are stored unchanged.
  var isStored: Bool { get }

  /// Adds the dependencies of the result besides the cell's options, and removes options that do not matter.
  func refine(_ draft: inout KeyDraft, _ facts: KeyFacts)

  /// Returns what other cells may take from the cell before it is computed.
  func anticipated(_ context: RunContext) -> CellYield

  /// Checks the cell against the signatures of the cells it uses, before anything is computed.
  ///
  /// - Returns: the signature of its own result, or `nil` after reporting why there will be none.
  func plan(_ context: inout PlanContext) -> CellSignature?

  /// Returns the memory that computing the cell takes, given its signature from `plan`.
  func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed

  /// Returns the work of another cell that it does a part of again; `nil` if there is none.
  func repeatedWork(_ signature: CellSignature) -> RepeatedWork?

  /// The cell whose options it needs, but not its result; `nil` if there is none.
  var describedCell: String? { get }

  /// True if the cell takes almost no time, so that it is computed even after the time of the run is over.
  var isQuick: Bool { get }

  /// Computes the cell.
  ///
  /// - Throws: a `Problem` or ``CellFailure`` that says why there is no result; `CancellationError` if the
  ///   run was interrupted.
  func run(_ context: RunContext) async throws -> CellYield
}

extension Directive {
  package static var listOption: String? { nil }
  package static var alternatives: [Set<String>] { [] }
  package static var acceptsMissingInputs: Bool { false }
  package var isStored: Bool { false }

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed { .none }
  package func repeatedWork(_ signature: CellSignature) -> RepeatedWork? { nil }
  package var isQuick: Bool { false }
  package var describedCell: String? { nil }
  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {}
  package func anticipated(_ context: RunContext) -> CellYield { CellYield() }
  package var captionKind: CaptionKind? { nil }
  package var chartOptions: ChartOptions { ChartOptions() }
  package func drawings(_ context: PlanContext, _ signature: CellSignature) -> CellDrawings { CellDrawings() }
}
