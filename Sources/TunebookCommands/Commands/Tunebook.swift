import ArgumentParser
import Diagnostics
import Engine
import Files
import Foundation

/// The `tunebook` command with its subcommands.
package struct Tunebook: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "tunebook",
    abstract:
      "Runs Markdown notebooks about training and tuning neural networks, and publishes them as HTML.",
    discussion: """
      Examples:
        tunebook new my-walkthrough             write a small notebook to start from
        tunebook run Notebooks/mnist-tuning.md  run it; the page goes to Output/
        tunebook preview my-walkthrough.md      show its page, new on every save
        tunebook check Notebooks/               find mistakes without training
        tunebook run -P epochs=10 tuning.md     run it with another parameter
        tunebook docs fit                       a directive and its options

      Exit codes: 0 all well; 1 a cell failed or a claim is false; 2 a notebook
      or the command line is wrong; 130 interrupted.
      """,
    version: Engine.version,
    subcommands: [
      RunCommand.self, PreviewCommand.self, CheckCommand.self, PlanCommand.self, NewCommand.self,
      DocsCommand.self,
      SchemaCommand.self, CleanCommand.self, DoctorCommand.self, WorkCommand.self,
    ])

  package init() {}

  /// Runs the command in the process's arguments, and exits with its code.
  package static func start() async -> Never {
    do {
      let typed = Array(CommandLine.arguments.dropFirst())
      try checkName(typed.first)
      try checkRefresh(typed)
      let arguments = typed.flatMap(Self.parted)
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Foundation.exit(0)
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch let problem as any Problem & Error {
      Console.print(problem)
      Foundation.exit(ExitCode.wrong.rawValue)
    } catch {
      let text = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        print(text)
        Foundation.exit(0)
      }
      Console.print(text + parameterHint(for: text))
      Foundation.exit(ExitCode.wrong.rawValue)
    }
  }
}

extension Tunebook {
  /// Returns an argument split for the argument parser, which would look for an option `-Pname` in `-Pname=value`, and
  /// for a value after an option that needs none.
  private static func parted(_ argument: String) -> [String] {
    if argument == "--refresh" { return ["--refresh=\(StoreOptions.allCells)"] }
    return argument.hasPrefix("-P") && argument.count > 2
      ? ["-P", String(argument.dropFirst(2))] : [argument]
  }

  /// Refuses cells after `--refresh` and a space, which would be taken for notebooks.
  private static func checkRefresh(_ arguments: [String]) throws(CommandProblem) {
    for (option, name) in zip(arguments, arguments.dropFirst()) where option == "--refresh" {
      if !name.hasPrefix("-"), !name.hasSuffix(".md"), FileKind(at: name) == nil {
        throw .detachedRefresh(name)
      }
    }
  }

  /// Returns a hint on how to set a notebook's parameter, for a user who wrote it as an option.
  private static func parameterHint(for message: String) -> String {
    guard let unknown = message.firstMatch(of: /Unknown option '--([\w-]+)'/),
      message.contains(#/Usage: tunebook (run|preview|check|plan|work)\b/#)
    else { return "" }
    return "\n  A notebook's parameter is set with -P \(unknown.output.1.replacing("-", with: "_"))=value."
  }

  /// Refuses an unknown command, which the argument parser would report as an unexpected argument.
  private static func checkName(_ name: String?) throws(CommandProblem) {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let name, !name.hasPrefix("-"), !known.contains(name) else { return }
    if FileKind(at: name) != nil || name.hasSuffix(".md") { throw .notebookWithoutCommand(name) }
    throw .unknownCommand(name, known: known)
  }
}

extension ExitCode {
  /// The exit code if a cell failed or a claim is false.
  static let failed = ExitCode(1)
  /// The exit code for mistakes in a notebook or on the command line.
  static let wrong = ExitCode(2)
  static let interrupted = ExitCode(130)
}
