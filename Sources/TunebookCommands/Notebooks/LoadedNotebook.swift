import Diagnostics
import Foundation
import NotebookRunner

/// A notebook that was read and planned; its plan is missing where it has errors.
struct LoadedNotebook {
  let source: SourceFile
  let plan: Plan?
  let diagnostics: [Diagnostic]

  private static let nameCharacters = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "=._-+"))

  var path: String { source.path }

  /// The page's file name; parameters set on the command line are part of it, so that runs do not overwrite
  /// each other.
  func pageName(settings: [ParameterSetting]) -> String {
    let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    // Escaped as in URLs, so that two values never give one name.
    let suffix = settings.sorted { $0.name < $1.name }.map { setting in
      let text = setting.name + "=" + setting.value
      return "." + (text.addingPercentEncoding(withAllowedCharacters: Self.nameCharacters) ?? text)
    }
    return stem + suffix.joined() + ".html"
  }
}
