import NotebookResults

/// What a view needs besides what it shows.
struct ViewContext: Sendable {
  let wording: any Wording
  /// Unique on the page; ids within the view begin with it.
  let id: String
  /// The author's words for those who do not see the charts and images.
  let alternativeText: String?
}
