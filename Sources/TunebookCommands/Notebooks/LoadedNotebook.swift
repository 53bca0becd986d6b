import Diagnostics
import Foundation
import NotebookRunner
import NotebookSyntax

/// A notebook that was read and planned, or a parameter file with mistakes.
///
/// A notebook with errors has no plan.
struct LoadedNotebook {
  let source: SourceFile
  let plan: Plan?
  /// The findings of the check and, afterwards, of the run.
  var diagnostics: [Diagnostic]
  /// The document, or `nil` if the file could not be read.
  var document: Document?
  /// The links in captions to notebooks and headings.
  var captionLinks: [NotebookLink] = []
  /// The parameters set by a file or on the command line.
  var settings: [ParameterSetting] = []
  /// The stored results of the notebook.
  var store = ResultStore(nil)

  private static let nameCharacters = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "=._-+"))

  var path: String { source.path }

  /// The links to notebooks and headings, in prose and in captions.
  var links: [NotebookLink] { (document?.links ?? []) + captionLinks }

  /// The file name of the page. Parameters that were set are part of it, so that runs do not overwrite each other.
  var pageName: String { Self.pageName(of: URL(fileURLWithPath: path), settings) }

  static func pageName(of notebook: URL, _ settings: [ParameterSetting] = []) -> String {
    let stem = notebook.deletingPathExtension().lastPathComponent
    // Percent-encoded, so that different values have different names.
    let suffix = settings.sorted { $0.name < $1.name }.map { setting in
      let text = setting.name + "=" + setting.value
      return "." + (text.addingPercentEncoding(withAllowedCharacters: Self.nameCharacters) ?? text)
    }
    return stem + suffix.joined() + ".html"
  }
}
