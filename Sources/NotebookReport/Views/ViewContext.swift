import NotebookResults

/// The surroundings of a view: language, id and alternative text.
struct ViewContext: Sendable {
  let wording: any Wording
  /// The prefix of all ids within the view, unique on the page.
  let id: String
  /// The author's alternative text for charts and images.
  let alternativeText: String?
}
