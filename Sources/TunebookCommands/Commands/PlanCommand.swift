import ArgumentParser
import Diagnostics
import Foundation
import NotebookResults
import NotebookRunner
import Writing

/// The `tunebook plan` command, which prints what a run would compute, why, and how long it would take.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Prints what a run would compute, why, and how long it would take.",
    discussion: """
      If no stored run tells how long an epoch takes, part of one is trained on the data, if it is on this \
      machine.

      Examples:
        tunebook plan tuning.md
        tunebook plan tuning.md -P learning_rate=0.05 --format json
      """)

  @OptionGroup var notebooks: NotebookOptions
  @OptionGroup var stored: StoreOptions
  @OptionGroup var cache: CacheOptions
  @OptionGroup var bounds: LimitOptions

  @OptionGroup var jobs: JobsOption

  @Option(help: "The format of the plan: text or json.")
  var format = OutputFormat.text

  func validate() throws { try cache.check(noCache: stored.noCache, untrusted: bounds.untrusted) }

  func run() async throws {
    let limits = bounds.limits
    let watchdog = Watchdog(seconds: limits.seconds, notebooks: notebooks.paths)
    defer { watchdog?.cancel() }
    let trainings = cache.chosenCache()
    let loaded = try NotebookLoader(notebooks, limits: limits, threads: jobs.count) {
      stored.store(
        forNotebookAt: $0, in: notebooks.storeLocation, cache: trainings, isReadOnly: true)
    }.load()
    let findings = FindingsReport(loaded, strict: false)
    findings.printText(consequence: "nothing was planned")
    if findings.fails { throw ExitCode.wrong }
    try stored.check(loaded)
    var objects: [JSON] = []
    for notebook in loaded {
      guard let plan = notebook.plan else { continue }
      let console = Console.ticking(cells: plan.cells.map(\.displayName))
      defer { console.finish() }
      console.begin("measuring how long it takes", for: notebook.path)
      let forecast = await NotebookRun(
        plan, locations: try notebooks.locations(forNotebookAt: notebook.path, within: limits),
        store: notebook.store,
        jobs: jobs.count, limits: limits
      ) { console.receive($0) }.forecast { console.report(share: $0) }
      console.finish()
      switch format {
      case .text:
        print(TerminalText.clean(lines: ForecastTable(forecast, of: notebook.path).text))
        // A machine that submits jobs tells what is under way.
        if let queued = try? Slurm(notebook.path).queue().count, queued > 0 {
          print("  \(counted(queued, "task")) in the queue of Slurm")
        }
      case .json: objects.append(forecast.json(notebook: notebook.path))
      }
    }
    trainings?.printProblems()
    if format == .json { print(JSON.array(objects).text) }
  }
}
