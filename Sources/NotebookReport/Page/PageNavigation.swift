import NotebookSyntax

/// Where a page stands among others.
package struct PageNavigation: Sendable {
  /// The pages of notebooks, by the paths that links in the text give them.
  package var pages: [String: String] = [:]

  package init() {}

  /// Where a link of the text leads.
  func url(of destination: String) -> SafeURL {
    guard let link = NotebookLink(destination), let path = link.path, let page = pages[path] else {
      return SafeURL(destination)
    }
    return SafeURL(page: page, fragment: link.fragment)
  }
}
