import Foundation
import NotebookReport

/// The pages of a run, and how they lead to each other.
struct RunPages {
  private let names: [URL: String]

  init(_ notebooks: [LoadedNotebook]) {
    names = Dictionary(notebooks.map { (LinkCheck.file(at: $0.path), $0.pageName) }) { first, _ in first }
  }

  func navigation(of notebook: LoadedNotebook) -> PageNavigation {
    var navigation = PageNavigation()
    for link in notebook.document?.links ?? [] {
      guard let path = link.path else { continue }
      let file = link.file(from: notebook.path)
      // Notebooks of one folder have their pages in one folder; of others only this run tells.
      navigation.pages[path] = names[file] ?? (path.contains("/") ? nil : LoadedNotebook.pageName(of: file))
    }
    return navigation
  }
}
