import Diagnostics
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

  /// Adds what the result depends on beside the cell's options, and takes away what it does not depend on.
  func refine(_ draft: inout KeyDraft, _ facts: KeyFacts)

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

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed { .none }
  package var isQuick: Bool { false }
  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {}
  package func anticipated(_ context: RunContext) -> CellYield { CellYield() }
  package var captionKind: CaptionKind? { nil }
}
