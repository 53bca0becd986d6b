import ArgumentParser
import Diagnostics
import Files
import Foundation
import NotebookRunner

/// The `tunebook clean` command, which removes stored results; the next run computes them again.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Removes the results stored beside notebooks.",
    discussion: """
      Examples:
        tunebook clean               those beside the notebooks in this folder
        tunebook clean Notebooks/
        tunebook clean --store DIR   those that you stored in DIR
      """)

  @Argument(help: "Notebooks, or folders of notebooks; by default, the current folder.")
  var paths: [String] = ["."]

  @OptionGroup var location: StoreLocationOptions

  func run() throws {
    var cleaned: Set<String> = []
    for path in paths {
      guard let kind = FileKind(at: path) else { throw CommandProblem.nothingAtPath(path) }
      let url = URL(fileURLWithPath: path)
      let notebooks = kind == .folder ? url : url.deletingLastPathComponent()
      // Without a key the user has stored nothing, and the files there belong to others.
      guard let folder = try location.folder(for: notebooks, making: true) else { continue }
      guard cleaned.insert(URL(fileURLWithPath: folder.path).standardizedFileURL.path).inserted else {
        continue
      }
      print(TerminalText.clean(lines: try Self.clean(folder)))
    }
  }

  /// - Returns: a line that lists what was removed and what was kept.
  private static func clean(_ folder: StoreFolder) throws -> String {
    guard try folder.exists() else { return "\(folder.path): nothing is stored" }
    let cleared = try folder.clear()
    var text = "\(folder.path): removed \(ByteCount.text(cleared.removed))"
    if cleared.others.entries > 0 {
      let files = counted(cleared.others.entries, "file")
      text += "; \(files) under other keys left alone, \(ByteCount.text(cleared.others.bytes))"
    }
    if !cleared.strange.isEmpty {
      text += "; not stored by tunebook and left alone: \(cleared.strange.prefix(5).joined(separator: ", "))"
    }
    return text
  }
}
