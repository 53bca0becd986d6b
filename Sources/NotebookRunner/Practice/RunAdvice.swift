import Diagnostics
import NotebookResults

/// A rule of good practice that can be checked only once there are results; each has its own file.
protocol RunRule: Sendable {
  static var practice: Practice { get }
  static func advice(on run: RunAdvice) -> [Diagnostic]
}

/// The input of the rules that need results: a plan and what came of it.
struct RunAdvice {
  static let rules: [any RunRule.Type] = [SingleSeedRule.self, TypedMetricRule.self]

  let plan: Plan
  /// The planned cells by name.
  let cells: [String: PlannedCell]
  /// The results of the cells, by name.
  let values: [String: Value]
  /// The claims, with the indices of their cells.
  let claims: [(cell: Int, claim: Claim)]
  /// The time that each fit took with one seed, the stored epochs included, by name.
  let seconds: [String: Double]
  /// True if every cell has its result and the results come from the requested data.
  let isWhole: Bool

  init(_ outcome: NotebookOutcome, of plan: Plan) {
    self.init(plan, outcome.cells)
  }

  init(_ plan: Plan, _ cells: [CellOutcome]) {
    self.plan = plan
    self.cells = Dictionary(plan.cells.compactMap { cell in cell.name.map { ($0, cell) } }) { first, _ in
      first
    }
    values = Dictionary(cells.compactMap { cell in cell.name.map { ($0, cell.value) } }) { first, _ in first }
    claims = cells.enumerated().flatMap { index, cell in cell.claims.map { (index, $0) } }
    seconds = Dictionary(
      zip(plan.cells, cells).compactMap { planned, cell in
        guard let name = cell.name, case .fit(let fit) = planned.signature.kind else { return nil }
        return (name, (cell.seconds + cell.saved.seconds) / Double(fit.seeds.count))
      }
    ) { first, _ in first }
    isWhole = cells.allSatisfy { cell in
      switch cell.status {
      case .ok: !cell.outputs.contains(where: \.isStandIn)
      case .skipped(nil): true
      case .failed, .skipped: false
      }
    }
  }

  /// The warnings; none if results come from other data, since they say nothing about the requested data.
  var findings: [Diagnostic] {
    guard isWhole else { return [] }
    return plan.allowances.filter(\.practice.needsResults).applied(
      to: Self.rules.flatMap { $0.advice(on: self) })
  }

  /// The notices about them on the page.
  var notices: [(cell: Int, notice: Notice)] {
    guard isWhole else { return [] }
    let allowed = AllowedPlaces(plan.allowances)
    return chanceClaims.filter { !allowed.include($0.diagnostic([:])) }.map { ($0.cell, $0.notice) }
  }

  var chanceClaims: [ChanceClaim] {
    claims.flatMap { cell, claim in ChanceClaim.all(in: claim, of: cell, self) }
  }
}

extension Output {
  fileprivate var isStandIn: Bool {
    if case .notice(let notice) = self, case .phrase(.fallbackData, _) = notice.words { true } else { false }
  }
}
