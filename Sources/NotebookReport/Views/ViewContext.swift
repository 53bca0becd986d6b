import NotebookResults

/// The surroundings of a view: language, id, alternative text, and the styles of runs.
struct ViewContext: Sendable {
  let wording: any Wording
  /// The prefix of all ids within the view, unique on the page.
  let id: String
  /// The author's alternative text for charts and images.
  let alternativeText: String?
  /// The styles of the page's runs.
  var runs = RunStyles()
}
