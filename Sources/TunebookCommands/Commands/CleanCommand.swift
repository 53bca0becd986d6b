import ArgumentParser
import Datasets
import Diagnostics
import Foundation
import NotebookRunner

/// `tunebook clean`: stored results are removed, and computed anew by the next run.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Removes the results that were stored beside notebooks.",
    discussion: """
      Examples:
        tunebook clean               those beside the notebooks in this folder
        tunebook clean Notebooks/
      """)

  @Argument(help: "Notebooks, or folders of notebooks; the current folder where it is left out.")
  var paths: [String] = ["."]

  func run() throws {
    var cleaned: Set<URL> = []
    for path in paths {
      let url = URL(fileURLWithPath: path)
      let folder: StoreFolder
      switch FileKind(at: path) {
      case .folder: folder = StoreFolder(in: url)
      case .some: folder = StoreFolder(beside: url)
      case .none: throw CommandProblem.nothingAtPath(path)
      }
      guard cleaned.insert(folder.url.resolvingSymlinksInPath()).inserted else { continue }
      guard folder.exists else {
        print(TerminalText.clean(lines: "\(folder.url.relativePath): nothing is stored"))
        continue
      }
      let megabytes = String(format: "%.1f MB", Double(try folder.clear()) / 1_000_000)
      print(TerminalText.clean(lines: "\(folder.url.relativePath): removed \(megabytes)"))
    }
  }
}
