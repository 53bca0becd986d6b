import Diagnostics
import Engine
import NotebookReport
import NotebookRunner
import NotebookSyntax

/// The reference as one page, rendered like the page of a notebook.
struct ReferencePage {
  private let reference: Reference

  init(_ reference: Reference) { self.reference = reference }

  var html: String {
    let source = SourceFile(path: "reference.md", text: ReferenceDocument(reference: reference).text)
    return Page.render(text: NotebookParser.parse(source).document, engineVersion: Engine.version)
  }
}
