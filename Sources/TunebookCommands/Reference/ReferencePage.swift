import Diagnostics
import Engine
import NotebookReport
import NotebookRunner
import NotebookSyntax

/// The reference as one page, rendered like the page of a notebook.
struct ReferencePage {
  static let name = "reference.html"

  private let reference: Reference
  private var navigation = PageNavigation()

  /// - Parameter index: the page of the index beside it, to which it leads.
  init(_ reference: Reference, index: String?) {
    self.reference = reference
    navigation.index = index
  }

  var html: String {
    let source = SourceFile(path: "reference.md", text: ReferenceDocument(reference: reference).text)
    return Page.render(
      text: NotebookParser.parse(source).document, engineVersion: Engine.version, navigation: navigation)
  }
}
