import Diagnostics
import NotebookResults

/// What good practice has to say once results are there.
struct RunAdvice {
  let plan: Plan
  /// What the cells came to, by name.
  let values: [String: Value]
  /// Claims by the number of their cell.
  let claims: [(cell: Int, claim: Claim)]
  /// Whether every cell has its result, and that of the data that was asked for.
  let isWhole: Bool

  init(_ outcome: NotebookOutcome, of plan: Plan) {
    self.init(plan, outcome.cells)
  }

  init(_ plan: Plan, _ cells: [CellOutcome]) {
    self.plan = plan
    values = Dictionary(cells.compactMap { cell in cell.name.map { ($0, cell.value) } }) { first, _ in first }
    claims = cells.enumerated().flatMap { index, cell in cell.claims.map { (index, $0) } }
    isWhole = cells.allSatisfy { cell in
      switch cell.status {
      case .ok: !cell.outputs.contains(where: \.isStandIn)
      case .skipped(nil): true
      case .failed, .skipped: false
      }
    }
  }

  /// Numbers that rest on other data say nothing about what the author wrote of the data that was asked for.
  var findings: [Diagnostic] {
    guard isWhole else { return [] }
    let advice = chanceClaims.map(\.diagnostic) + TypedMetricRule(plan: plan, values: values).advice
    return plan.allowances.filter { $0.practice.isOfRun }.applied(to: advice)
  }

  /// What the page says of it.
  var notices: [(cell: Int, notice: Notice)] {
    guard isWhole else { return [] }
    return chanceClaims.filter { claim in !plan.allowances.contains { $0.silences(claim.diagnostic) } }.map {
      ($0.cell, $0.notice)
    }
  }

  private var chanceClaims: [ChanceClaim] {
    claims.flatMap { cell, claim in ChanceClaim.all(in: claim, of: cell, plan, values) }
  }
}

extension Output {
  fileprivate var isStandIn: Bool {
    if case .notice(let notice) = self, case .phrase(.fallbackData, _) = notice.words { true } else { false }
  }
}
