import Datasets
import Diagnostics
import Foundation
import NotebookSyntax

extension Reference.Entry {
  /// The results of a directive's cell that expressions may read, taken from its example.
  package var results: [String] {
    guard subject == Directives.catalogue.subject, let example else { return [] }
    let folder = FileManager.default.temporaryDirectory
    let source = SourceFile(path: "example.md", text: example.notebook)
    let (plan, _, _) = Planner.plan(
      NotebookParser.parse(source).document, parameters: [],
      locations: DatasetLocations(notebookFolder: folder, cacheFolder: folder))
    let cell = plan?.cells.last { $0.cell.directive.value == name }
    return cell.map { ExpressionChecker.fields(of: $0.signature.type) } ?? []
  }
}
