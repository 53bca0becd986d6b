import Diagnostics
import NotebookRunner
import NotebookSyntax
import Options

/// A notebook's parameters, as set by a parameter file and the command line, which takes precedence.
struct AppliedSettings {
  let parameters: [Parameter]
  /// The settings as they are spelled in the page's name.
  let spellings: [ParameterSetting]
  /// The mistakes on the command line, placed at the declarations in the notebook.
  let notebookDiagnostics: [Diagnostic]
  /// The mistakes in the parameter file.
  let fileDiagnostics: [Diagnostic]

  var areValid: Bool { notebookDiagnostics.isEmpty && fileDiagnostics.isEmpty }

  init(_ file: ParameterFile?, _ typed: [ParameterSetting], to document: Document) {
    let frontMatter = document.frontMatter
    var values = NotebookParameters(frontMatter)
    let entries = file?.entries ?? []
    let fileProblems = entries.compactMap { entry in
      values.set(entry.key, to: entry.value, by: "--params").map { ($0, entry) }
    }
    let typedProblems = typed.compactMap { values.set($0.name, toSpelling: $0.value) }
    parameters = values.values
    let written = entries.filter { entry in !typed.contains { $0.name == entry.key } }
      .map { ParameterSetting(name: $0.key, value: "\($0.value)") }
    spellings = written + typed

    let table = ParameterTable(frontMatter).lines
    fileDiagnostics = Self.listing(
      table, below: fileProblems.map { Diagnostic($0, at: $0.place(in: $1)) })
    notebookDiagnostics = Self.listing(
      table,
      below: typedProblems.map { Diagnostic($0, at: $0.place(among: frontMatter.parameterDeclarations)) })
  }

  /// Returns diagnostics of which the last one has the table of parameters.
  private static func listing(_ table: [String], below diagnostics: [Diagnostic]) -> [Diagnostic] {
    var sorted = diagnostics.sortedByPlace
    if !sorted.isEmpty, !table.isEmpty {
      sorted[sorted.count - 1].details = ["the notebook's parameters are"] + table
    }
    return sorted
  }
}

extension ParameterProblem {
  /// Returns the place where the notebook declares the parameter, or its parameters.
  fileprivate func place(among declared: [ParameterDeclaration]) -> SourceRange {
    guard let declaration = declared.first(where: { $0.name == name }) else {
      let parameters = declared.map(\.parameter)
      return SourceRange(parameters.first?.nameRange.start ?? 0, parameters.last?.value.range.end ?? 0)
    }
    if case .outOfRange(_, _, let found) = self { return declaration.place(ofBoundFor: found) }
    return declaration.defaultValue.range
  }

  fileprivate func place(in entry: OptionValue.Entry) -> SourceRange {
    if case .unknown = self { entry.keyRange } else { entry.value.range }
  }
}
