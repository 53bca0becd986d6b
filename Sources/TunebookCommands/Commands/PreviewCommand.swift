import ArgumentParser
import Diagnostics
import Files

/// The `tunebook preview` command, which shows the page in a browser and updates it whenever the notebook is saved.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Shows a notebook's page in the browser, and updates it whenever the notebook is saved.",
    discussion: """
      Saving runs what was changed and shows the new page where you were reading; mistakes are shown below it. No page \
      is written: tunebook run does that. Ctrl-C ends it.

      Examples:
        tunebook preview my-walkthrough.md
        tunebook preview tuning.md -P learning_rate=0.05 --port 8080
      """)

  @OptionGroup var notebooks: NotebookOptions

  @Option(help: "The port on this machine; 0 chooses a free one.")
  var port: UInt16 = 4848

  @OptionGroup var jobs: JobsOption

  @OptionGroup var cache: CacheOptions

  func run() async throws {
    if notebooks.paths.count != 1 || FileKind(at: notebooks.paths[0]) == .folder {
      throw CommandProblem.previewsOne
    }
    if FileKind(at: notebooks.paths[0]) == nil {
      FindingsReport(try NotebookLoader(notebooks).load(isQuiet: true), strict: false).printText()
      throw ExitCode.wrong
    }
    let loop = PreviewLoop(notebooks, cache: cache.chosenCache(), jobs: jobs.count, PreviewBoard())
    do {
      try await Interruption.cancelling {
        let server = try PreviewServer(port: port, loop.board)
        Console.print("\(notebooks.paths[0]): see \(server.address); Ctrl-C ends the preview")
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await server.run() }
          group.addTask { try await loop.run() }
          try await group.next()
          group.cancelAll()
        }
      }
    } catch is CancellationError {
      throw ExitCode.interrupted
    }
  }
}
