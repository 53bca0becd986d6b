import ArgumentParser
import Diagnostics

/// `tunebook new`: a small notebook that runs, to be changed into one's own.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a small notebook that runs, to begin with.",
    discussion: """
      Examples:
        tunebook new my-walkthrough                     three trainings that differ in one thing each
        tunebook new drafts/nets --template compare     networks side by side
        tunebook new leaves --template csv              a table, and a network that learns from it
      """)

  @Argument(help: "The notebook's name, folders before it; .md may be left out.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "What to begin with: "
        + NotebookTemplate.allCases.map { "\($0.rawValue) (\($0.abstract))" }.joined(separator: ", ") + "."))
  var template = NotebookTemplate.tuning

  func run() throws {
    let notebook = try NewNotebook(name, template)
    try notebook.write()
    print(TerminalText.clean(lines: notebook.nextSteps))
  }
}
