import ArgumentParser
import Foundation
import NotebookReport
import NotebookRunner
import NotebookSyntax

/// A whole notebook, from its text to its page.
enum NotebookWork {
  static func measure(_ context: BenchContext) async throws -> [Measurement] {
    let source = try NotebookFile.read(path: context.notebook)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    var pages: [Double] = []
    var plans: [Double] = []
    let clock = ContinuousClock()
    let seconds = try await context.time {
      let start = clock.now
      let (document, findings) = NotebookParser.parse(source)
      let (parameters, _) = NotebookParameters.resolve(document.frontMatter, settings: [])
      let (plan, planned, _) = Planner.plan(document, parameters: parameters, locations: context.locations)
      guard !findings.hasErrors, let plan else {
        throw ValidationError(
          "\(context.notebook) has \((findings + planned).count) mistakes; tunebook check says which.")
      }
      plans.append((clock.now - start) / .seconds(1))
      let outcome = try await NotebookRun(
        plan, locations: context.locations, store: ResultStore(nil), jobs: cores
      ) { _ in }.outcome()
      let beforePage = clock.now
      _ = Page.render(document: document, outcome: outcome)
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
}
