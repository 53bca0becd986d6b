import ArgumentParser
import Diagnostics
import Foundation

/// The `tunebook new` command, which writes a small notebook to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a small working notebook to start from.",
    discussion: """
      Examples:
        tunebook new                                 my-notebook.md, to change
        tunebook new my-walkthrough                  one setting tuned after another
        tunebook new drafts/nets --template compare  networks side by side
        tunebook new leaves --template csv           a network that learns a table
      """)

  @Argument(help: "The path of the new notebook; .md may be left out.")
  var name = "my-notebook"

  @Option(
    help: ArgumentHelp(
      "The kind of notebook to write: "
        + NotebookTemplate.allCases.map { "\($0.rawValue) (\($0.abstract))" }.joined(separator: ", ") + "."))
  var template = NotebookTemplate.tuning

  func run() throws {
    let notebook = try NewNotebook(name, template)
    try notebook.write()
    print(TerminalText.clean(lines: notebook.nextSteps(calling: Self.program)))
  }

  /// The command as it was called, from the current folder; a program that was built is not on the path.
  private static var program: String {
    guard let called = CommandLine.arguments.first, called.contains("/") else { return "tunebook" }
    let here = FileManager.default.currentDirectoryPath + "/"
    return shellWord(called.hasPrefix(here) ? String(called.dropFirst(here.count)) : called)
  }
}
