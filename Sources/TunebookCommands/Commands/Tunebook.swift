import ArgumentParser
import Diagnostics
import Engine
import Files
import Foundation

/// The `tunebook` command: flags in, actions out.
package struct Tunebook: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "tunebook",
    abstract:
      "Runs Markdown notebooks about training and tuning neural networks, and publishes them as HTML.",
    discussion: """
      Examples:
        tunebook new my-walkthrough             write a small notebook to begin with
        tunebook run Notebooks/mnist-tuning.md  run it; the page goes to Output/
        tunebook preview my-walkthrough.md      see its page whenever it is saved
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
      SchemaCommand.self, CleanCommand.self, DoctorCommand.self,
    ])

  package init() {}

  /// Runs the command of the process's arguments, and ends the process with its exit code.
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
  /// An argument as the parser of arguments takes it, which looks for an option named `-Pname` in `-Pname=value`,
  /// and for a value behind an option that may stand alone.
  private static func parted(_ argument: String) -> [String] {
    if argument == "--refresh" { return ["--refresh=\(StoreOptions.allCells)"] }
    return argument.hasPrefix("-P") && argument.count > 2
      ? ["-P", String(argument.dropFirst(2))] : [argument]
  }

  /// Cells behind `--refresh` and a space would be taken for notebooks.
  private static func checkRefresh(_ arguments: [String]) throws(CommandProblem) {
    for (option, name) in zip(arguments, arguments.dropFirst()) where option == "--refresh" {
      if !name.hasPrefix("-"), !name.hasSuffix(".md"), FileKind(at: name) == nil {
        throw .detachedRefresh(name)
      }
    }
  }

  /// How a notebook's parameter is set, for who took it for an option.
  private static func parameterHint(for message: String) -> String {
    guard let unknown = message.firstMatch(of: /Unknown option '--([\w-]+)'/),
      message.contains(#/Usage: tunebook (run|preview|check|plan)\b/#)
    else { return "" }
    return "\n  A notebook's parameter is set with -P \(unknown.output.1.replacing("-", with: "_"))=value."
  }

  /// The parser of arguments takes a word it does not know for an argument too many.
  private static func checkName(_ name: String?) throws(CommandProblem) {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let name, !name.hasPrefix("-"), !known.contains(name) else { return }
    if FileKind(at: name) != nil || name.hasSuffix(".md") { throw .notebookWithoutCommand(name) }
    throw .unknownCommand(name, known: known)
  }
}

extension ExitCode {
  /// A cell failed, or a claim is false.
  static let failed = ExitCode(1)
  /// The notebook or the command line is wrong.
  static let wrong = ExitCode(2)
  static let interrupted = ExitCode(130)
}
