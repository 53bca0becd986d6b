import Diagnostics
import NotebookResults

/// A cell or claim whose outcome is not what the notebook expects.
package enum RunProblem: Problem {
  case cellFailed(String, message: String, help: String?)
  case cellSkipped(String, because: String)
  case claimIsFalse(Claim)
  case claimNotChecked(Claim, why: Words)
  case claimsOfReplacedData([ReplacedDataClaims])

  package var record: ProblemRecord {
    switch self {
    case .cellFailed(let name, let message, let help):
      ProblemRecord(
        "TB-R-101", "\(name) failed: \(message)",
        help: help,
        rule: "A cell runs without failing",
        reason:
          "Not everything can be checked beforehand: training may break down, or a file may disappear. Cells "
          + "that need this one are skipped, all others are computed, and the page says so in the cell's "
          + "place.",
        wrong: .numbers(
          "{dense: {units: 1}}",
          "loss: mean_squared_error\nepochs: 50\noptimizer: {sgd: {learning_rate: 100}}\nallow: learning_rate"
        ),
        right: .numbers(
          "{dense: {units: 1}}",
          "loss: mean_squared_error\nepochs: 50\noptimizer: {sgd: {learning_rate: 0.01}}"))
    case .cellSkipped(let name, let reason):
      ProblemRecord(
        "TB-R-102", "\(name) was skipped because \(reason) has no result",
        rule: "What a cell needs has been computed",
        reason: "A cell is skipped if a cell that it uses has failed. That failure is reported separately; "
          + "fix it first.")
    case .claimIsFalse(let claim):
      ProblemRecord(
        of: Self.claimHolds,
        "the claim is false: \(claim.source)" + (claim.values.isEmpty ? "" : " (\(claim.values))"))
    case .claimNotChecked(let claim, let why):
      ProblemRecord(
        of: Self.claimIsChecked,
        "the claim was not checked: \(claim.source)" + (why.reason.map { ", because \($0)" } ?? ""))
    case .claimsOfReplacedData(let claims):
      ProblemRecord(
        of: Self.claimsAreOfTheData,
        "claims were not checked, because \(ReplacedDataClaims.datasets(of: claims)) could not be loaded: "
          + claims.map { "\($0.count) in \($0.notebook)" }.joined(separator: ", "),
        help: "give the folder of its files as --data-dir or TUNEBOOK_DATA, or run once with a network "
          + "connection")
    }
  }

  /// A failed cell or a false claim makes the run fail.
  private var severity: Severity {
    switch self {
    case .cellFailed, .claimIsFalse: .error
    case .cellSkipped, .claimNotChecked, .claimsOfReplacedData: .warning
    }
  }

  package static let references = [
    reference(of: cellFailed), reference(of: cellSkipped), claimHolds,
    claimIsChecked, claimsAreOfTheData,
  ]

  private static let claimHolds = ProblemReference(
    "TB-R-103", "A claim holds",
    "The message has the values that were compared. Either the prose promises too much, or something that it "
      + "depends on has changed; `within` makes a claim that allows for chance.",
    wrong: .cell("{expect}", "- fast.epochs > 3"), right: .cell("{expect}", "- fast.epochs == 3"))

  private static let claimIsChecked = ProblemReference(
    "TB-R-104", "A claim can be checked",
    "A claim is not checked if a result that it reads is missing.")

  private static let claimsAreOfTheData = ProblemReference(
    "TB-R-105", "Claims are checked on the data that they were written for",
    "If a fallback replaces data that could not be loaded, no claim is checked: a claim about MNIST says "
      + "nothing about drawn digits. A run reports this once, after the last notebook.")
}

extension RunProblem {
  /// Returns the outcomes of a plan's cells and claims that a reader of the terminal should know about.
  package static func findings(in outcome: NotebookOutcome, of plan: Plan) -> [Diagnostic] {
    zip(plan.cells, outcome.cells).flatMap { planned, cell -> [Diagnostic] in
      let place = planned.place
      let name = planned.displayName
      switch cell.status {
      case .failed(let message, let help):
        return [RunProblem.cellFailed(name, message: message, help: help).diagnostic(at: place)]
      case .skipped(let reason?):
        return [RunProblem.cellSkipped(name, because: reason).diagnostic(at: place)]
      case .skipped(nil): return []
      case .ok: return cell.claims.compactMap(finding)
      }
    } + replacedData(in: outcome, of: plan) + beyondEnds(in: outcome, of: plan)
      + RunAdvice(outcome, of: plan).findings
  }

  /// Returns whether a finding is said once for all notebooks of a run.
  package static func isOfRun(_ finding: Diagnostic) -> Bool { finding.code == claimsAreOfTheData.code }

  private static func replacedData(in outcome: NotebookOutcome, of plan: Plan) -> [Diagnostic] {
    guard let claims = ReplacedDataClaims(in: outcome, of: plan),
      let cell = plan.cells.first(where: { $0.line == claims.line })
    else { return [] }
    return [RunProblem.claimsOfReplacedData([claims]).diagnostic(at: cell.place)]
  }

  /// Returns the values in text that a series lacks because its training ended early.
  private static func beyondEnds(in outcome: NotebookOutcome, of plan: Plan) -> [Diagnostic] {
    let values = outcome.cells.compactMap { cell in cell.name.map { ($0, cell.value) } }
    let evaluator = ExpressionEvaluator(values: Dictionary(values) { first, _ in first })
    return plan.shownExpressions.flatMap(\.paths).compactMap(evaluator.problem)
      .map { Diagnostic($0.problem, at: $0.range, severity: .warning) }
  }

  private static func finding(about claim: Claim) -> Diagnostic? {
    let range = SourceRange(claim.range.lowerBound, claim.range.upperBound)
    switch claim.verdict {
    case .holds, .notChecked(.phrase(.notCheckedFallback, _)): return nil
    case .fails: return RunProblem.claimIsFalse(claim).diagnostic(at: range)
    case .notChecked(let why): return RunProblem.claimNotChecked(claim, why: why).diagnostic(at: range)
    }
  }

  private func diagnostic(at range: SourceRange) -> Diagnostic {
    Diagnostic(self, at: range, severity: severity)
  }
}

extension Claim {
  /// The values that determined the verdict.
  fileprivate var values: String {
    readings.isEmpty
      ? [left, right].compactMap(\.self).joined(separator: " against ")
      : readings.map { "\($0.path) is \($0.value)" }.joined(separator: ", ")
  }
}

extension Words {
  /// The reason why a claim was not checked, as the end of a sentence.
  fileprivate var reason: String? {
    switch self {
    case .phrase(.notCheckedFailed, let names): names.first.map { "\($0) has no result" }
    case .phrase(.notCheckedShort, let parts) where parts.count == 2: "\(parts[0]) has \(parts[1]) values"
    default: nil
    }
  }
}
