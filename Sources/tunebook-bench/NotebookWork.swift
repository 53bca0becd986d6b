import ArgumentParser
import Datasets
import Diagnostics
import Foundation
import NotebookReport
import NotebookResults
import NotebookRunner
import NotebookSyntax

/// A whole notebook, from its text to its page.
enum NotebookWork {
  static func measure(_ context: BenchContext) async throws -> [Measurement] {
    let source = try NotebookFile.read(path: context.notebook)
    var pages: [Double] = []
    var plans: [Double] = []
    let clock = ContinuousClock()
    let seconds = try await context.time {
      let start = clock.now
      let plan = try plan(source, context.locations)
      plans.append((clock.now - start) / .seconds(1))
      let outcome = try await run(plan, context.locations)
      let beforePage = clock.now
      _ = Page.render(document: plan.document, outcome: outcome)
      pages.append((clock.now - beforePage) / .seconds(1))
    }
    return [
      Measurement("notebook", "from text to page", seconds),
      Measurement("notebook", "  parse and plan", Array(plans.dropFirst())),
      Measurement("notebook", "  render the page", Array(pages.dropFirst())),
      Measurement(
        "notebook", "peak memory so far", in: .megabytes, [Double(ResidentMemory.peak) / 1_048_576]),
    ]
  }

  static func plan(_ source: SourceFile, _ locations: DatasetLocations) throws -> Plan {
    let (document, findings) = NotebookParser.parse(source)
    let (parameters, _) = NotebookParameters.resolve(document.frontMatter, settings: [])
    let (plan, planned, _) = Planner.plan(document, parameters: parameters, locations: locations)
    guard !findings.hasErrors, let plan else {
      throw ValidationError(
        "\(source.path) has \((findings + planned).count) mistakes; tunebook check says which.")
    }
    return plan
  }

  /// Computes everything, whatever is stored, on all cores.
  static func run(_ plan: Plan, _ locations: DatasetLocations) async throws -> NotebookOutcome {
    try await NotebookRun(
      plan, locations: locations, store: ResultStore(nil), jobs: ProcessInfo.processInfo.activeProcessorCount
    ) { _ in }.outcome()
  }
}
