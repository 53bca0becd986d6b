import NotebookSyntax

/// The other pages that a page links to.
package struct PageNavigation: Sendable {
  package struct Translation: Sendable, Hashable {
    package let language: FrontMatter.Language
    package let page: String

    package init(language: FrontMatter.Language, page: String) {
      self.language = language
      self.page = page
    }
  }

  package struct Neighbour: Sendable, Hashable {
    package let title: String
    package let page: String

    package init(title: String, page: String) {
      self.title = title
      self.page = page
    }
  }

  /// The pages of notebooks, by the paths in links of the text.
  package var pages: [String: String] = [:]
  /// The pages of the same notebook in other languages.
  package var translations: [Translation] = []
  package var previous: Neighbour?
  package var next: Neighbour?
  /// The index page.
  package var index: String?

  package init() {}

  /// Returns the target of a link in the text.
  func url(of destination: String) -> SafeURL {
    guard let link = NotebookLink(destination), let path = link.path, let page = pages[path] else {
      return SafeURL(destination)
    }
    return SafeURL(page: page, fragment: link.fragment)
  }
}
