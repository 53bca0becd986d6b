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
        tunebook docs                     everything there is, a line each
        tunebook docs fit                 a directive with its options
        tunebook docs fit.optimizer       one option, and what may stand there
        tunebook docs learning_rate       an option, whatever takes it
        tunebook docs activations         all of one kind
        tunebook docs front matter        what stands before a notebook's first line
        tunebook docs TB-P-103            the rule behind the code of a finding
        tunebook docs --html reference.html   all of it as one page
      """)

  @Argument(
    help: "Names of directives, layers, optimizers or options, or codes of findings.")
  var topics: [String] = []

  @Option(name: .long, help: "Write the whole reference as one page to this file; - is standard output.")
  var html: String?

  @OptionGroup var overwriting: OverwriteOption

  func validate() throws {
    if html != nil, !topics.isEmpty {
      throw ValidationError("--html writes the whole reference; leave the topics out.")
    }
  }

  func run() throws {
    let reference = Reference()
    if let html {
      let file = OutputFile(path: html, .page, overwrites: overwriting.isOn)
      try file.check()
      return try file.write(ReferencePage(reference).html)
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
