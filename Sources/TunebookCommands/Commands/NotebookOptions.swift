import ArgumentParser
import Datasets
import Diagnostics
import Files
import Foundation
import NotebookRunner

/// The options of the commands that read notebooks.
struct NotebookOptions: ParsableArguments {
  @Argument(
    help: "Notebooks, or folders of notebooks (*.md, except README.md and _*.md).",
    completion: .file(extensions: ["md"]))
  var paths: [String]

  @Option(
    name: [.customShort("P"), .customLong("parameter")],
    help: ArgumentHelp(
      "Set a parameter of the notebook; run puts it into the page's name.", valueName: "name=value"),
    transform: ParameterSetting.init(parsing:))
  var parameters: [ParameterSetting] = []

  @Option(
    name: .customLong("params"),
    help: ArgumentHelp(
      "Set parameters from a YAML or JSON file; -P takes precedence.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var parameterFile: String?

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      """
      Let notebooks read and write in this folder too, not only in their own and where data is looked for; may be \
      repeated (also TUNEBOOK_ALLOW_PATH, separated by colons).
      """, valueName: "folder"), completion: .directory)
  var allowPath: [String] = []

  @OptionGroup var storeLocation: StoreLocationOptions

  func validate() throws {
    let names = parameters.map(\.name)
    if let repeated = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("The parameter \(repeated) is set more than once.")
    }
  }

  /// - Parameter overwrites: true if weights may replace a file that Tunebook did not write.
  func locations(
    forNotebookAt path: String, within limits: Limits = .standard, overwrites: Bool = false
  ) throws(CommandProblem) -> DatasetLocations {
    let inherited = ProcessInfo.processInfo.environment["TUNEBOOK_ALLOW_PATH"] ?? ""
    let allowed = allowPath + inherited.split(separator: ":").map(String.init)
    if let missing = allowed.first(where: { FileKind(at: $0) != .folder }) {
      throw .noAllowedFolder(missing)
    }
    var locations = try data.locations(
      notebookFolder: URL(fileURLWithPath: path).deletingLastPathComponent())
    locations.allowedFolders = allowed.map { URL(fileURLWithPath: $0, isDirectory: true) }
    locations.overwrites = overwrites
    locations.restrict(to: limits)
    return locations
  }
}

/// The options of the commands that look for data sets.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where data sets are looked for first; then in TUNEBOOK_DATA, then in the user's cache folder.",
      valueName: "folder"), completion: .directory)
  var dataDir: String?

  func locations(notebookFolder: URL) throws(CommandProblem) -> DatasetLocations {
    if let dataDir, FileKind(at: dataDir) != .folder {
      throw FileKind(at: dataDir) == nil
        ? .noDataFolder(dataDir) : .fileInsteadOfFolder(dataDir, for: dataDir)
    }
    return DatasetLocations(
      notebookFolder: notebookFolder, dataFolder: dataDir.map { URL(fileURLWithPath: $0) })
  }
}

/// A parameter set on the command line as `name=value`.
struct ParameterSetting: Sendable {
  let name: String
  let value: String

  init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  init(parsing argument: String) throws {
    guard let separator = argument.firstIndex(where: { $0 == "=" || $0 == ":" }),
      case let name = argument[..<separator].trimmingCharacters(in: .whitespaces), !name.isEmpty
    else { throw ValidationError("A parameter is set as in -P name=value, not -P \(argument).") }
    self.name = name
    value = argument[argument.index(after: separator)...].trimmingCharacters(in: .whitespaces)
  }
}
