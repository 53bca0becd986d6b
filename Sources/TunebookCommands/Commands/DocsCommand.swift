import ArgumentParser
import Diagnostics
import Foundation
import NotebookRunner

/// The `tunebook docs` command, which prints the reference.
struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract:
      "Prints the reference: directives, their options, layers, optimizers, and the meaning of findings.",
    discussion: """
      Examples:
        tunebook docs                     everything there is, one line each
        tunebook docs fit                 a directive with its options
        tunebook docs fit.optimizer       one option, and its possible values
        tunebook docs learning_rate       an option, wherever it occurs
        tunebook docs activations         all of one kind
        tunebook docs front matter        the YAML at the top of a notebook
        tunebook docs TB-P-103            the rule behind the code of a finding
        tunebook docs -o Output           all of it as a page, Output/reference.html
      """)

  @Argument(
    help: "Names of directives, layers, optimizers or options, or codes of findings.")
  var topics: [String] = []

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Write the whole reference as a page: to a folder, to a file ending in .html, or to - for standard output.",
      valueName: "place"),
    completion: .file())
  var output: String?

  @OptionGroup var overwriting: OverwriteOption

  func validate() throws {
    if output != nil, !topics.isEmpty {
      throw ValidationError("--output writes the whole reference; leave the topics out.")
    }
  }

  func run() throws {
    let reference = Reference()
    if let output {
      let destination = try OutputDestination(output, overwrites: overwriting.isOn)
      let file = destination.file(of: ReferencePage.name)
      try file.check()
      let index = RunPages.indexName
      let hasIndex = destination.isFolder && destination.file(of: index).exists
      return try file.write(ReferencePage(reference, index: hasIndex ? index : nil).html)
    }
    let text = ReferenceText(reference: reference, width: Screen.width(of: STDOUT_FILENO))
    guard !topics.isEmpty else { return print(text.overview) }
    let found = try asked(of: reference)
    print(TerminalText.clean(lines: found.map { text.text($0) }.joined(separator: "\n\n")))
  }

  /// Returns the topics of the words, taken as one name or as one name each.
  private func asked(of reference: Reference) throws -> [ReferenceTopic] {
    if let whole = try? reference.topics(named: topics.joined(separator: " ")) { return whole }
    return try topics.flatMap { try reference.topics(named: $0) }
  }
}
