import Diagnostics
import Foundation
import NotebookRunner
import NotebookSyntax
import Options

/// Finds, reads and plans the notebooks that a command names.
struct NotebookLoader {
  private let options: NotebookOptions

  init(_ options: NotebookOptions) { self.options = options }

  func load() throws(CommandProblem) -> [LoadedNotebook] {
    var notebooks: [LoadedNotebook] = []
    for path in options.paths.flatMap(files) { notebooks.append(try load(path)) }
    return notebooks
  }

  private func load(_ path: String) throws(CommandProblem) -> LoadedNotebook {
    let source: SourceFile
    do {
      source = try NotebookFile.read(path: path)
    } catch {
      return LoadedNotebook(source: error.source, plan: nil, diagnostics: [error.diagnostic])
    }
    let (document, findings) = NotebookParser.parse(source)
    let locations = try options.locations(forNotebookAt: path)
    let declared = document.frontMatter.parameters
    let (parameters, problems) = NotebookParameters.resolve(
      document.frontMatter, settings: options.parameters.map { ($0.name, $0.value) })
    guard problems.isEmpty else {
      var mistakes = problems.map { Diagnostic($0, at: $0.place(among: declared)) }.sortedByPlace
      // The table stands once, below the last of them.
      let table = ParameterTable(document.frontMatter).lines
      if !table.isEmpty { mistakes[mistakes.count - 1].details = ["the notebook's parameters are"] + table }
      return LoadedNotebook(source: source, plan: nil, diagnostics: findings + mistakes)
    }
    let (plan, planned) = Planner.plan(document, parameters: parameters, locations: locations)
    return LoadedNotebook(
      source: source, plan: findings.hasErrors ? nil : plan, diagnostics: findings + planned)
  }

  /// The file itself, or the notebooks in a folder, by name; the folder, where there are none.
  private func files(at path: String) -> [String] {
    guard FileKind(at: path) == .folder,
      let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { return [path] }
    let notebooks = names.filter { $0.hasSuffix(".md") }.sorted()
      .map { URL(fileURLWithPath: path).appendingPathComponent($0).relativePath }
    return notebooks.isEmpty ? [path] : notebooks
  }
}

extension ParameterProblem {
  /// Where the notebook declares what was set, or might have.
  fileprivate func place(among declared: [Parameter]) -> SourceRange {
    if let parameter = declared.first(where: { $0.name == name }) { return parameter.value.range }
    return SourceRange(declared.first?.nameRange.start ?? 0, declared.last?.value.range.end ?? 0)
  }
}
