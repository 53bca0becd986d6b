import Diagnostics
import Options

/// A rule of good practice that can be checked before anything is computed; each has its own file.
protocol PracticeRule: Sendable {
  static func advice(on review: PracticeReview) -> [Diagnostic]
}

/// The input of the rules: a plan without errors, and the cells as they were written.
struct PracticeReview {
  static let rules: [any PracticeRule.Type] = [
    UnusedRule.self, LearningRateRule.self, UnscaledInputsRule.self, SortedValidationRule.self,
    TestSelectionRule.self, TrainingMetricRule.self, BeyondDataRule.self, UncomputedRule.self,
    HiddenDirectionRule.self, UnlikeScalingRule.self, DataConcernRule.self,
  ]

  let plan: Plan
  let drafts: [CellDraft]
  /// The places of the parameters that are read as `${name}`.
  let substituted: Set<SourceRange>
  /// The paths that expressions read, in cells and in prose.
  let paths: [Expression.Path]
  /// The drafts by the offsets at which their cells begin.
  private let draftsByStart: [Int: CellDraft]
  private let cells: [String: PlannedCell]

  init(plan: Plan, drafts: [CellDraft], substituted: Set<SourceRange>, paths: [Expression.Path]) {
    self.plan = plan
    self.drafts = drafts
    self.substituted = substituted
    self.paths = paths
    draftsByStart = Dictionary(drafts.map { ($0.cell.range.start, $0) }) { first, _ in first }
    cells = Dictionary(plan.cells.compactMap { cell in cell.name.map { ($0, cell) } }) { first, _ in first }
  }

  func cell(named name: String) -> PlannedCell? { cells[name] }

  var advice: [Diagnostic] { Self.rules.flatMap { $0.advice(on: self) } }

  /// The fits that are computed, with their drafts.
  var fits: [(cell: PlannedCell, fit: FitSignature, draft: CellDraft)] {
    plan.cells.compactMap { cell in
      guard cell.isComputed, case .fit(let fit) = cell.signature.kind,
        let draft = draftsByStart[cell.cell.range.start]
      else { return nil }
      return (cell, fit, draft)
    }
  }

  /// Returns what is known of the fit with a name; `nil` if there is none.
  func fit(named name: String) -> FitSignature? {
    if case .fit(let fit)? = cell(named: name)?.signature.kind { fit } else { nil }
  }

  /// Returns the cells of a directive that are computed, with their drafts.
  func computed<D: Directive>(_: D.Type) -> [(cell: PlannedCell, directive: D, draft: CellDraft)] {
    plan.cells.compactMap { cell in
      guard cell.isComputed, let directive = cell.directive as? D,
        let draft = draftsByStart[cell.cell.range.start]
      else { return nil }
      return (cell, directive, draft)
    }
  }
}

extension CellDraft {
  /// Returns the place of an option, here or in the parent cell; if it was left out, that of the directive.
  func place(of option: String) -> SourceRange { body?[option]?.range ?? cell.directive.range }
}
