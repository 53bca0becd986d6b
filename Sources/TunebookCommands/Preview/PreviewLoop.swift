import Diagnostics
import Foundation
import NotebookReport
import NotebookResults
import NotebookRunner

/// A loop that computes a notebook's page again after each change of the notebook or of a file that it reads.
struct PreviewLoop {
  let notebooks: NotebookOptions
  let cache: TrainingCache?
  let jobs: Int
  let board: PreviewBoard
  private let activities = PreviewActivities()
  private let files: WatchedFiles

  private static let interval = Duration.milliseconds(150)

  init(_ notebooks: NotebookOptions, cache: TrainingCache?, jobs: Int, _ board: PreviewBoard) {
    self.notebooks = notebooks
    self.cache = cache
    self.jobs = jobs
    self.board = board
    files = WatchedFiles(paths: notebooks.paths + [notebooks.parameterFile].compactMap(\.self))
  }

  func run() async throws {
    let executor = WorkExecutor()
    var work: Task<Void, Never>?
    defer { work?.cancel() }
    while true {
      if work == nil || files.haveChanged {
        work?.cancel()
        await work?.value
        files.restart()
        work = Task(executorPreference: executor) { await compute() }
      }
      let activity = activities.text
      if board.state.activity != activity { board.update { $0.activity = activity } }
      try await Task.sleep(for: Self.interval)
    }
  }

  /// Runs the notebook once, as it is now.
  private func compute() async {
    activities.begin()
    defer { activities.end() }
    do {
      var loader = NotebookLoader(notebooks) {
        notebooks.storeLocation.results(forNotebookAt: $0, cache: cache)
      }
      loader.reads = { files.reads($0) }
      let loaded = try loader.load(isQuiet: true)
      let findings = FindingsReport(loaded, strict: false)
      findings.printText(consequence: "nothing was run")
      guard !findings.fails, let notebook = loaded.first, let plan = notebook.plan else {
        return board.update { $0.findings = findings.text }
      }
      // The mistakes from before are mended, and the page from before is shown while the new one is computed.
      board.update { $0.findings = findings.text }
      let (page, found) = try await run(notebook, plan)
      let text = [findings.text, found].filter { !$0.isEmpty }.joined(separator: "\n")
      board.update { state in
        state.page = Array(page.utf8)
        state.pageNumber += 1
        state.findings = text
      }
    } catch let problem as CommandProblem {
      Console.print(problem)
      board.update { $0.findings = DiagnosticText.render(problem) }
    } catch {
      // The run was cancelled, since the next one is about to begin.
    }
  }

  /// - Returns: the page, and the text of the run's findings.
  private func run(_ notebook: LoadedNotebook, _ plan: Plan) async throws -> (page: String, findings: String)
  {
    let console = Console.ticking(cells: plan.cells.map(\.displayName))
    defer { console.finish() }
    let clock = ContinuousClock()
    let start = clock.now
    let locations = try notebooks.locations(forNotebookAt: notebook.path)
    files.writes(plan.savedFiles.map { URL(fileURLWithPath: $0) })
    let outcome = try await NotebookRun(
      plan, locations: locations, store: notebook.store, jobs: jobs
    ) { event in
      console.receive(event)
      activities.receive(event)
    }.outcome()
    let navigation = RunPages([notebook], hasIndex: false).navigation(of: notebook)
    let page = Page.rendered(document: plan.document, outcome: outcome, navigation: navigation)
    console.finish()
    if let problem = page.problem(at: notebook.pageName) { Console.print(problem, severity: .warning) }
    let summary = RunSummary(
      outcome, of: plan, page: OutputFile(path: "-", .page, overwrites: false),
      seconds: (clock.now - start) / .seconds(1),
      strict: false, traffic: notebook.store.traffic)
    summary.print(isQuiet: false, format: .text)
    notebook.store.finish()
    return (page.html, DiagnosticText(source: plan.document.source).render(summary.findings))
  }
}
