import Diagnostics
import NotebookResults
import NotebookRunner
import Writing

/// The summary of a notebook's run.
struct RunSummary {
  private let plan: Plan
  let outcome: NotebookOutcome
  private let page: OutputFile
  private let seconds: Double
  private let traffic: CacheTraffic
  /// The findings of the run.
  let findings: [Diagnostic]
  /// A Boolean value that is true if the run did not fail.
  private let succeeded: Bool

  init(
    _ outcome: NotebookOutcome, of plan: Plan, page: OutputFile, seconds: Double, strict: Bool,
    traffic: CacheTraffic
  ) {
    self.plan = plan
    self.outcome = outcome
    self.page = page
    self.seconds = seconds
    self.traffic = traffic
    findings = RunProblem.findings(in: outcome, of: plan)
    succeeded = !FindingsReport.fail(findings, strict: strict)
  }

  /// - Parameter format: the format of findings; JSON is printed after all notebooks have run.
  func print(isQuiet: Bool, format: OutputFormat) {
    let findings = findings.filter { !RunProblem.isOfRun($0) }
    if format == .text, !findings.isEmpty, !(isQuiet && succeeded) {
      Console.print(findings, in: plan.document.source)
    }
    guard !isQuiet else { return }
    let parts =
      ["\(outcome.cells.count) cells"] + claims + FindingsReport.counts(of: findings)
      + [NumberFormat.fixed(seconds, digits: 1) + " s"] + saved + exchanged
    Console.print("\(plan.document.source.path): " + parts.joined(separator: ", ") + page.arrow)
  }

  /// The claims that were not checked because their data is missing.
  var replacedDataClaims: ReplacedDataClaims? { ReplacedDataClaims(in: outcome, of: plan) }

  /// The savings by stored results, if they are worth mentioning.
  private var saved: [String] {
    let seconds = outcome.cells.reduce(0) { $0 + $1.saved.seconds }
    let epochs = outcome.cells.reduce(0) { $0 + $1.saved.epochs }
    if epochs == 0, seconds < 0.1 { return [] }
    let amount = epochs > 0 ? counted(epochs, "epoch") + " and " : ""
    return ["stored results saved \(amount)\(NumberFormat.fixed(seconds, digits: 1)) s"]
  }

  /// The trainings that came from a cache, and those that were put there.
  private var exchanged: [String] {
    [(traffic.fetched, "from the cache"), (traffic.shared, "put into the cache")].filter { $0.0 > 0 }.map {
      "\(counted($0.0, "training run")) \($0.1)"
    }
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
