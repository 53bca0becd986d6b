import ArgumentParser
import Diagnostics
import Foundation
import NotebookRunner
import NotebookSyntax

/// A notebook that was read and planned; its plan is missing where it has errors.
struct LoadedNotebook {
  let path: String
  let source: SourceFile
  let plan: Plan?
  let diagnostics: [Diagnostic]

  private static let nameCharacters = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "=._-+"))

  /// The page's file name; parameters set on the command line are part of it, so that runs do not overwrite
  /// each other.
  func pageName(settings: [ParameterSetting]) -> String {
    let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    // Escaped as in URLs, so that two values never give one name.
    let suffix = settings.map { setting in
      let text = setting.name + "=" + setting.value
      return "." + (text.addingPercentEncoding(withAllowedCharacters: Self.nameCharacters) ?? text)
    }
    return stem + suffix.joined() + ".html"
  }
}

/// Finds, reads and plans the notebooks that a command names.
struct NotebookLoader {
  private let options: NotebookOptions

  init(_ options: NotebookOptions) { self.options = options }

  /// - Returns: the notebooks that could be planned, and whether others could not, which has been said.
  func load() throws -> (notebooks: [LoadedNotebook], anyRefused: Bool) {
    let paths = try options.paths.flatMap(files)
    let loaded = paths.compactMap { path -> LoadedNotebook? in
      do throws(NotebookFileProblem) {
        return plan(try NotebookFile.read(path: path))
      } catch {
        Console.print(problem: error, at: path)
        return nil
      }
    }
    return (loaded, loaded.count < paths.count)
  }

  private func plan(_ source: SourceFile) -> LoadedNotebook? {
    let (document, findings) = NotebookParser.parse(source)
    let (parameters, problems) = NotebookParameters.resolve(
      document.frontMatter, settings: options.parameters.map { ($0.name, $0.value) })
    guard problems.isEmpty else {
      for problem in problems { Console.print(problem: problem, at: source.path) }
      return nil
    }
    let (plan, planned) = Planner.plan(
      document, parameters: parameters, locations: options.locations(forNotebookAt: source.path))
    return LoadedNotebook(
      path: source.path, source: source, plan: findings.hasErrors ? nil : plan,
      diagnostics: (findings + planned).sortedByPlace)
  }

  /// The file itself, or the notebooks in a folder, by name.
  private func files(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      if path.contains("."), ![".md", ".markdown"].contains(where: path.hasSuffix) {
        throw ValidationError("\(path) is no notebook: a notebook's name ends in .md.")
      }
      return [path]
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".md") }
      .sorted()
    if names.isEmpty { throw ValidationError("The folder \(path) holds no notebooks (*.md).") }
    return names.map { URL(fileURLWithPath: path).appendingPathComponent($0).relativePath }
  }
}
