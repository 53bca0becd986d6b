import ArgumentParser
import Diagnostics
import Engine
import Files
import Foundation
import NotebookReport
import NotebookResults
import NotebookRunner

/// The `tunebook run` command, which runs notebooks and writes their pages.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs notebooks and writes a page for each; for a folder, also an index.",
    discussion: """
      Examples:
        tunebook run Notebooks/mnist-tuning.md
        tunebook run Notebooks/ -o site            every notebook, and an index
        tunebook run tuning.md -P learning_rate=0.05 --results results.json
        tunebook run tuning.md --trials all.csv    every trial of its sweeps
        tunebook run tuning.md -o pages/first.html a page of that name
        tunebook run tuning.md -o -                the page on standard output
        tunebook run tuning.md --refresh=slow      train slow again
        tunebook run tuning.md --refresh           train everything again
        tunebook run --help-notebook tuning.md     its parameters
        tunebook run tuning.md --on slurm --jobs 50 --slurm time=30
        tunebook run tuning.md --cache http://cache:8080 --trust-cache
      """)

  @OptionGroup var notebooks: NotebookOptions

  @Option(
    name: [.short, .customLong("output"), .customLong("output-dir")],
    help: ArgumentHelp(
      "The destination of pages: a folder, a file ending in .html, or - for standard output.",
      valueName: "place"),
    completion: .file())
  var output = "Output"

  @Option(help: ArgumentHelp("Write every typed result as JSON; - is standard output.", valueName: "file"))
  var results: String?

  @Option(
    help: ArgumentHelp(
      "Write every trial of the sweeps as a table of comma-separated values; - is standard output.",
      valueName: "file"))
  var trials: String?

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var jobs: JobsOption

  @OptionGroup var stored: StoreOptions

  @OptionGroup var cache: CacheOptions

  @OptionGroup var bounds: LimitOptions

  @OptionGroup var cluster: ClusterOptions

  @Option(
    help: ArgumentHelp(
      "The time limit for a notebook, such as 60s, 5m or 1h. A run expected to take longer is not started; one that takes longer is stopped, and its page says what is missing.",
      valueName: "time"), transform: Self.seconds)
  var maxTime: Double?

  @Flag(help: "Treat warnings as errors: those before the run prevent it, and those of the run make it fail.")
  var strict = false

  @Option(help: "The format of findings: text on standard error, or json on standard output.")
  var format = OutputFormat.text

  @Flag(name: [.short, .long], help: "Print only what went wrong.")
  var quiet = false

  @Flag(help: "Print the notebook's description and parameters without running it.")
  var helpNotebook = false

  func validate() throws {
    try Self.check(results, of: "--results", "JSON", endsIn: ".json")
    try Self.check(trials, of: "--trials", "CSV", endsIn: ".csv")
    if [results == "-", trials == "-", output == "-", format == .json].count(where: \.self) > 1 {
      throw ValidationError(
        "Only one of --results, --trials, --output and --format json can be standard output.")
    }
    if cluster.on != nil, stored.noCache || !stored.refresh.isEmpty || bounds.untrusted {
      throw ValidationError(
        "Machines share results through the store: with --on, leave out --no-cache, --refresh and "
          + "--untrusted.")
    }
    try cache.check(noCache: stored.noCache, untrusted: bounds.untrusted)
    if cluster.detach, [results, trials, output].contains("-") || format == .json {
      throw ValidationError("With --detach, nobody reads standard output: name files.")
    }
  }

  private static func check(
    _ file: String?, of option: String, _ content: String, endsIn ending: String
  ) throws {
    guard let file, file != "-", !file.hasSuffix(ending), !file.hasPrefix("/dev/") else { return }
    throw ValidationError(
      "\(option) writes \(content), so its file's name must end in \(ending), not \(file).")
  }

  private static func seconds(_ argument: String) throws -> Double {
    let units = ["s": 1.0, "m": 60, "h": 3600]
    let unit = argument.last.flatMap { units[String($0)] }
    guard let number = Double(unit == nil ? argument : String(argument.dropLast())), number > 0,
      number.isFinite
    else { throw ValidationError("--max-time is a time such as 60s, 5m or 1h, not \(argument).") }
    return number * (unit ?? 1)
  }

  func run() async throws {
    if helpNotebook {
      let paths = NotebookLoader(notebooks).paths
      return print(try paths.map { try NotebookHelp(path: $0).text }.joined(separator: "\n"), terminator: "")
    }
    if cluster.on == .slurm { try Slurm.check() }
    if cluster.cancel { return try cancelJobs() }
    _ = try InstructionSet.ofProcess()
    var limits = bounds.limits
    if let maxTime { limits.seconds = maxTime }
    let watchdog = Watchdog(seconds: limits.seconds, notebooks: notebooks.paths)
    let trainings = cache.chosenCache()
    var loader = NotebookLoader(notebooks, limits: limits, threads: localJobs) {
      stored.store(forNotebookAt: $0, in: notebooks.storeLocation, cache: trainings)
    }
    loader.overwrites = overwriting.isOn
    let loaded = try loader.load(isQuiet: quiet)
    let findings = FindingsReport(loaded, strict: strict)
    if format == .text, findings.fails || !quiet { findings.printText(consequence: "nothing was run") }
    if findings.fails {
      if format == .json { print(findings.json, terminator: "") }
      throw ExitCode.wrong
    }

    watchdog?.cancel()
    try stored.check(loaded)
    for (option, file) in [("--results", results), ("--trials", trials)] where file != nil && loaded.count > 1
    {
      throw CommandProblem.severalResults(option, loaded.count)
    }
    if trials != nil, let notebook = loaded.first, notebook.plan?.hasSweeps == false {
      throw CommandProblem.noTrials(notebook.path)
    }
    if cluster.detach, loader.namesFolder || loaded.count > 1 {
      throw ValidationError("--detach takes one notebook, since each has jobs of its own.")
    }
    let destination = try OutputDestination(output, overwrites: overwriting.isOn)
    try destination.check(loaded.map { ($0.path, $0.pageName) })
    let standAlone = loader.namesFolder || !destination.isFolder || !limits.allowsOutsidePaths
    let pages = RunPages(
      loaded, hasIndex: loader.namesFolder && destination.isFolder,
      siblings: standAlone ? nil : SiblingNotebook.all(beside: loaded))
    if !loader.namesFolder, let alone = loaded.first(where: pages.lacksCards) {
      throw CommandProblem.indexWithoutCards(alone.path, folder: Self.folder(of: alone))
    }
    let index = pages.writesIndex ? pages.indexPage.map(destination.file) : nil
    try index?.check()
    try resultsFile?.check()
    try trialsFile?.check()
    let finished = try await Interruption.cancelling { [limits] in
      var finished = loaded
      var cards: [IndexCard] = []
      var unchecked: [ReplacedDataClaims] = []
      for place in pages.order(of: loaded) {
        let notebook = loaded[place]
        guard let plan = notebook.plan else { continue }
        let page = destination.file(of: notebook.pageName)
        guard try await trainOnCluster(notebook, plan, within: limits) else { continue }
        do {
          let summary = try await run(
            notebook, plan, page, pages,
            cards: pages.headsIndex(notebook)
              ? pages.cards(cards, on: plan.document.frontMatter.language) : [], within: limits)
          finished[place].diagnostics += summary.findings
          unchecked += [summary.replacedDataClaims].compactMap(\.self)
          if let card = pages.card(of: notebook, summary.outcome) { cards.append(card) }
        } catch is CancellationError {
          Console.print(Self.interruption(of: notebook, page))
          throw ExitCode.interrupted
        }
      }
      if let index {
        let shown = pages.cards(cards, on: nil)
        let rendered = IndexPage.rendered(shown, engineVersion: Engine.version)
        try index.write(rendered.html)
        warn(of: rendered, at: index)
        if !quiet, format == .text {
          Console.print("\(counted(shown.count, "notebook")) in the index → \(index.path)")
        }
      }
      let missing = pages.pagesOfSiblings.filter { !destination.file(of: $0).exists }
      if !missing.isEmpty, !quiet, format == .text {
        Console.print(Self.note(of: missing, besides: loaded))
      }
      if !unchecked.isEmpty, format == .text, !quiet || strict {
        Console.print(RunProblem.claimsOfReplacedData(unchecked), severity: .warning)
      }
      return finished
    }
    let outcome = FindingsReport(finished, strict: strict)
    if format == .json { print(outcome.json, terminator: "") }
    if outcome.fails { throw ExitCode.failed }
  }

  /// The number of cells computed at once on this machine.
  var localJobs: Int { cluster.on == nil ? jobs.count : ProcessInfo.processInfo.activeProcessorCount }

  private var resultsFile: OutputFile? {
    results.map { OutputFile(path: $0, .results, overwrites: overwriting.isOn) }
  }

  private var trialsFile: OutputFile? {
    trials.map { OutputFile(path: $0, .trials, overwrites: overwriting.isOn) }
  }

  private static func check(_ forecast: RunForecast, within limit: Double) throws(CommandProblem) {
    let limitText = ForecastTable.Duration(limit).text
    guard forecast.unknown.isEmpty else { throw .unknownTime(limit: limitText, cells: forecast.unknown) }
    guard forecast.seconds <= limit else {
      throw .tooLong(limit: limitText, expected: ForecastTable.Duration(forecast.seconds).text)
    }
  }

  private static func interruption(
    of notebook: LoadedNotebook, _ page: OutputFile
  ) -> String {
    let old = page.exists ? "; the one from before is kept" : ""
    let epochs = notebook.store.keptEpochs
    let rest =
      epochs == 0
      ? "" : "; run again to go on from the \(counted(epochs, "epoch")) that it trained and stored"
    return "\(notebook.path): interrupted, no page was written\(old)\(rest)"
  }

  /// Returns a note that links lead to pages that have not been made, and the command that makes them.
  private static func note(of missing: [String], besides notebooks: [LoadedNotebook]) -> String {
    let folder = notebooks.first.map(folder)
    return "linked, but not made yet: \(missing.joined(separator: ", ")); tunebook run "
      + "\(shellWord(folder ?? ".")) makes all pages of the folder"
  }

  private static func folder(of notebook: LoadedNotebook) -> String {
    URL(fileURLWithPath: notebook.path).deletingLastPathComponent().relativePath
  }

  private func warn(of page: RenderedPage, at file: OutputFile) {
    if !quiet, format == .text, let problem = page.problem(at: file.path) {
      Console.print(problem, severity: .warning)
    }
  }

  private func run(
    _ notebook: LoadedNotebook, _ plan: Plan, _ page: OutputFile, _ pages: RunPages,
    cards: [IndexCard], within limits: Limits
  ) async throws -> RunSummary {
    let console = Console.ticking(
      heading: pages.areSeveral ? notebook.path : nil, cells: plan.cells.map(\.displayName), isQuiet: quiet)
    let clock = ContinuousClock()
    let start = clock.now
    let run = NotebookRun(
      plan,
      locations: try notebooks.locations(
        forNotebookAt: notebook.path, within: limits, overwrites: overwriting.isOn),
      store: notebook.store, jobs: localJobs, limits: limits
    ) { console.receive($0) }
    defer { console.finish() }
    let watchdog = Watchdog(seconds: limits.seconds, notebooks: [notebook.path])
    defer { watchdog?.cancel() }
    if let maxTime {
      console.begin("measuring how long it takes", for: notebook.path)
      let forecast = await run.forecast { console.report(share: $0) }
      console.end()
      try Self.check(forecast, within: maxTime)
    }
    let outcome = try await run.outcome()
    console.begin("writing the page", for: notebook.path)
    let rendered = Page.rendered(
      document: plan.document, outcome: outcome, navigation: pages.navigation(of: notebook),
      cards: cards, byteLimit: limits.pageBytes
    ) { console.report(share: $0) }
    try page.write(rendered.html)
    try resultsFile?.write(ResultsFile.text(of: outcome))
    try trialsFile?.write(TrialsFile.text(of: outcome))
    console.finish()
    warn(of: rendered, at: page)
    let summary = RunSummary(
      outcome, of: plan, page: page, seconds: (clock.now - start) / .seconds(1), strict: strict,
      traffic: notebook.store.traffic)
    summary.print(isQuiet: quiet, format: format)
    notebook.store.finish()
    return summary
  }
}
