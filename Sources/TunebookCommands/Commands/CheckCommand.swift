import ArgumentParser
import Diagnostics
import NotebookRunner

/// The `tunebook check` command, which reports every mistake that can be found without training.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds mistakes in notebooks without training anything.",
    discussion: """
      Examples:
        tunebook check Notebooks/mnist-tuning.md
        tunebook check --fix tuning.md       correct mistyped names, check again
      """)

  @OptionGroup var notebooks: NotebookOptions

  @OptionGroup var bounds: LimitOptions

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Correct obvious mistakes in the notebooks, then check again.")
  var fix = false

  @Option(help: "The format of findings: text or json.")
  var format = OutputFormat.text

  func run() async throws {
    let limits = bounds.limits
    let watchdog = Watchdog(seconds: limits.seconds, notebooks: notebooks.paths)
    defer { watchdog?.cancel() }
    var loaded = try NotebookLoader(notebooks, limits: limits).load()
    if fix {
      for notebook in loaded { try NotebookFixes.apply(to: notebook) }
      loaded = try NotebookLoader(notebooks, limits: limits).load()
    }
    let findings = FindingsReport(loaded, strict: strict)
    switch format {
    case .text:
      findings.printText()
      for notebook in loaded where notebook.diagnostics.isEmpty {
        Console.print("\(notebook.path): no mistakes in \(notebook.plan?.cells.count ?? 0) cells")
      }
    case .json: print(findings.json)
    }
    if findings.fails { throw ExitCode.wrong }
  }
}

/// The format in which a command writes its findings.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
