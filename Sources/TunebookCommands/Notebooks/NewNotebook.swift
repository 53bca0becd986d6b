import Diagnostics
import Files
import Foundation

/// A new notebook from a template, with the template's CSV file.
struct NewNotebook {
  private let template: NotebookTemplate
  /// The path and content of each file; the notebook is the first.
  private let files: [(path: String, text: String)]

  /// - Parameter name: the path of the notebook, with or without `.md`.
  init(_ name: String, _ template: NotebookTemplate) throws(NewNotebookProblem) {
    self.template = template
    let path = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let stem = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if stem.isEmpty || stem == "." || stem == ".." { throw .noName(name) }
    guard Self.isUsable(stem) else { throw .unusableName(stem, suggestion: Self.usable(from: stem)) }
    let table = "\(stem).csv"
    let notebook = template.notebook(title: Self.title(from: stem), table: table)
    files =
      [("\(path).md", notebook)]
      + (template.table.map { [(String(path.dropLast(stem.count)) + table, $0)] } ?? [])
  }

  /// Writes all files, or none.
  func write() throws {
    for file in files { try check(file.path) }
    var made: [(Folder, String)] = []
    for file in files {
      do throws(FileError) {
        let url = URL(fileURLWithPath: file.path)
        let place = try Folder.place(url.deletingLastPathComponent().relativePath, making: true)
        guard let folder = place else { throw .system(ENOENT) }
        // Fails if a file was created there in the meantime.
        try folder.createWhole(url.lastPathComponent, Data(file.text.utf8))
        made.append((folder, url.lastPathComponent))
      } catch {
        for (folder, name) in made { try? folder.remove(name) }
        throw CommandProblem.cannotWrite(file.path, reason: error.reason)
      }
    }
  }

  /// Checks that a path is free, even of broken symbolic links, and that a file can be created there.
  private func check(_ path: String) throws {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().relativePath
    let isTaken: Bool
    do {
      isTaken = try Folder.place(folder, making: false)?.status(of: url.lastPathComponent) != nil
      try Folder.deepest(on: folder).checkWritable()
    } catch {
      throw CommandProblem.cannotWrite(path, reason: error.reason)
    }
    if isTaken { throw NewNotebookProblem.exists(path) }
  }

  /// Returns what to type next.
  ///
  /// - Parameter program: the program's name on the command line.
  func nextSteps(calling program: String) -> String {
    let notebook = shellWord(files[0].path)
    let page = URL(fileURLWithPath: files[0].path).deletingPathExtension().lastPathComponent
    let run = "\(program) run \(notebook)"
    let steps = [
      ("\(program) preview \(notebook)", "its page in the browser, updated whenever you save"),
      (run, "the page goes to Output/\(page).html"),
      ("\(program) check \(notebook)", "every mistake, without training"),
      ("\(run) -P \(template.suggestedSetting)", "the same with one thing changed"),
    ]
    let width = steps.map { displayWidth(of: $0.0) }.max() ?? 0
    let lines = steps.map { command, purpose in
      "  " + command + String(repeating: " ", count: width - displayWidth(of: command)) + "   " + purpose
    }
    return """
      \(files.map(\.path).joined(separator: " and ")) \(files.count == 1 ? "is" : "are") written. Try next:
      \(lines.joined(separator: "\n"))
      Then open \(files[0].path) in an editor. Its last section says what to change first.
      """
  }

  /// Returns true for a name that needs no quoting in a title, in YAML and on a command line.
  private static func isUsable(_ stem: String) -> Bool {
    guard let first = stem.first, let last = stem.last else { return false }
    return stem.allSatisfy { isWordCharacter($0) || " ._-".contains($0) } && isWordCharacter(first)
      && isWordCharacter(last)
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// Returns the name with unusable characters replaced by hyphens.
  private static func usable(from stem: String) -> String? {
    let words = stem.split { !isWordCharacter($0) && !"._".contains($0) }
    let name = words.joined(separator: "-")
    return isUsable(name) ? name : nil
  }

  /// Returns a title from a file name, such as "My walkthrough" from `my-walkthrough`.
  private static func title(from stem: String) -> String {
    let words = String(stem.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
