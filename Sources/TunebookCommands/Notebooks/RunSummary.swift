import Diagnostics
import NotebookResults
import NotebookRunner
import Writing

/// What is said of a notebook once it has run.
struct RunSummary {
  private let plan: Plan
  let outcome: NotebookOutcome
  private let page: OutputFile
  private let seconds: Double
  /// What came of the run that its reader should know.
  let findings: [Diagnostic]
  /// Whether findings fail the run.
  private let isWell: Bool

  init(_ outcome: NotebookOutcome, of plan: Plan, page: OutputFile, seconds: Double, strict: Bool) {
    self.plan = plan
    self.outcome = outcome
    self.page = page
    self.seconds = seconds
    findings = RunProblem.findings(in: outcome, of: plan)
    isWell = !FindingsReport.fail(findings, strict: strict)
  }

  /// - Parameter format: how findings are written; those in JSON come once all notebooks have run.
  func print(isQuiet: Bool, format: OutputFormat) {
    if format == .text, !findings.isEmpty, !(isQuiet && isWell) {
      Console.print(findings, in: plan.document.source)
    }
    guard !isQuiet else { return }
    let parts =
      ["\(outcome.cells.count) cells"] + claims + FindingsReport.counts(of: findings)
      + [NumberFormat.fixed(seconds, digits: 1) + " s"] + saved
    Console.print("\(plan.document.source.path): " + parts.joined(separator: ", ") + page.arrow)
  }

  /// What stored results saved, where it was worth a word.
  private var saved: [String] {
    let seconds = outcome.cells.reduce(0) { $0 + $1.saved.seconds }
    let epochs = outcome.cells.reduce(0) { $0 + $1.saved.epochs }
    if epochs == 0, seconds < 0.1 { return [] }
    let amount = epochs > 0 ? counted(epochs, "epoch") + " and " : ""
    return ["saved \(amount)\(NumberFormat.fixed(seconds, digits: 1)) s by stored results"]
  }

  private var claims: [String] {
    let claims = outcome.claims
    if claims.isEmpty { return [] }
    let holding = claims.count { $0.verdict == .holds }
    let unchecked = claims.count { if case .notChecked = $0.verdict { true } else { false } }
    return ["\(holding) of \(claims.count) claims hold"] + (unchecked > 0 ? ["\(unchecked) not checked"] : [])
  }
}

extension OutputFile {
  fileprivate var arrow: String { path == "-" ? "" : " → \(path)" }
}
