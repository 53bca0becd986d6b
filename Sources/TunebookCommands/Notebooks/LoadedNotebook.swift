import Diagnostics
import Foundation
import NotebookRunner
import NotebookSyntax

/// A notebook that was read and planned; its plan is missing where it has errors. A file of parameters that has
/// mistakes takes its place.
struct LoadedNotebook {
  let source: SourceFile
  let plan: Plan?
  /// What checking found, and then what came of a run.
  var diagnostics: [Diagnostic]
  /// Missing where it could not be read.
  var document: Document?
  /// What was set for it, by file or on the command line.
  var settings: [ParameterSetting] = []
  /// Its stored results.
  var store = ResultStore(nil)

  private static let nameCharacters = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "=._-+"))

  var path: String { source.path }

  /// The links to notebooks and headings; where there is no plan, those in prose.
  var links: [NotebookLink] { plan?.links ?? document?.links ?? [] }

  /// The page's file name; parameters that were set are part of it, so that runs do not overwrite each other.
  var pageName: String { Self.pageName(of: URL(fileURLWithPath: path), settings) }

  static func pageName(of notebook: URL, _ settings: [ParameterSetting] = []) -> String {
    let stem = notebook.deletingPathExtension().lastPathComponent
    // Escaped as in URLs, so that two values never give one name.
    let suffix = settings.sorted { $0.name < $1.name }.map { setting in
      let text = setting.name + "=" + setting.value
      return "." + (text.addingPercentEncoding(withAllowedCharacters: Self.nameCharacters) ?? text)
    }
    return stem + suffix.joined() + ".html"
  }
}
