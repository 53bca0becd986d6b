import ArgumentParser
import Engine
import Foundation
import NotebookReport
import NotebookResults
import NotebookRunner

/// `tunebook run`: from Markdown to a published page.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs notebooks and writes a page for each.",
    discussion: """
      Examples:
        tunebook run Notebooks/mnist-tuning.md
        tunebook run Notebooks/ -o site
        tunebook run tuning.md -P learning_rate=0.05 --results results.json
        tunebook run tuning.md -o -                     the page on standard output
      """)

  @OptionGroup var notebooks: NotebookOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Where pages go; - is standard output.", valueName: "folder"), completion: .directory)
  var outputDir = "Output"

  @Option(help: ArgumentHelp("Write every typed result as JSON; - is standard output.", valueName: "file"))
  var results: String?

  @Option(help: "How many cells are computed at once; all cores where it is left out.")
  var jobs: Int?

  @Flag(help: "Let warnings stop the run too.")
  var strict = false

  @Flag(name: [.short, .long], help: "Say only what went wrong.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
    if results != nil, notebooks.paths.count > 1 {
      throw ValidationError("--results names one file, so it takes one notebook.")
    }
    if let results, results != "-", !results.hasSuffix(".json"), !results.hasPrefix("/dev/") {
      throw ValidationError("--results writes JSON, so its file's name must end in .json, not \(results).")
    }
    if results == "-", outputDir == "-" {
      throw ValidationError("Only one of --results and --output-dir can be standard output.")
    }
  }

  func run() async throws {
    _ = try InstructionSet.ofProcess()
    let loaded = NotebookLoader(notebooks).load()
    if results != nil, loaded.count > 1 {
      throw ValidationError(
        "--results names one file, and this folder has \(loaded.count) notebooks.")
    }
    let findings = FindingsReport(loaded, strict: strict)
    findings.printText(consequence: "nothing was run")
    if findings.fails { throw ExitCode.wrong }

    let destination = try OutputDestination(outputDir)
    if let results { try OutputDestination.checkPlace(of: results) }
    try destination.checkNames(
      loaded.map { ($0.path, $0.pageName(settings: notebooks.parameters)) })
    let isWell = try await Interruption.cancelling {
      var isWell = true
      for notebook in loaded {
        guard let plan = notebook.plan else { continue }
        isWell = try await run(notebook, plan, destination).isWell && isWell
      }
      return isWell
    }
    if !isWell { throw ExitCode.failed }
  }

  private func run(
    _ notebook: LoadedNotebook, _ plan: Plan, _ destination: OutputDestination
  ) async throws -> RunSummary {
    let console = Console(
      cells: plan.cells.map(\.displayName), isTerminal: Console.isTerminal, isQuiet: quiet)
    let clock = ContinuousClock()
    let start = clock.now
    let run = NotebookRun(
      plan, locations: notebooks.locations(forNotebookAt: notebook.path),
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount
    ) { console.receive($0) }
    defer { console.finish() }
    let outcome = try await run.outcome()
    let page = Page.render(document: plan.document, outcome: outcome)
    let written = try destination.write(page, named: notebook.pageName(settings: notebooks.parameters))
    if let results { try OutputDestination.write(ResultsFile.text(of: outcome), toFile: results) }
    console.finish()
    let summary = RunSummary(
      outcome, of: plan, page: written, seconds: (clock.now - start) / .seconds(1))
    summary.print(isQuiet: quiet)
    return summary
  }
}
