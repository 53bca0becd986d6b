import Diagnostics
import NotebookSyntax

/// A mistake in a link to a notebook or to a heading.
enum LinkProblem: Problem {
  /// The paths of the notebooks in the link's folder.
  case noSuchNotebook(NotebookLink, path: String, known: [String])
  case unreadable(path: String, reason: String)
  /// The ids of the existing headings.
  case noSuchPlace(NotebookLink, fragment: String, known: [String])

  var record: ProblemRecord {
    switch self {
    case .noSuchNotebook(let link, let path, let known):
      ProblemRecord(
        of: Self.notebookExists,
        "the link leads to no notebook: there is no \"\(path)\"" + didYouMean(path, known),
        help: known.isEmpty
          ? "write the path relative to the notebook's folder"
          : "notebooks there: \(listed(known)); paths are relative to the notebook's folder",
        correction: Self.correction(
          of: link, path: Self.misspelled(path, among: known), fragment: link.fragment))
    case .unreadable(let path, let reason):
      ProblemRecord(
        "TB-L-102", "the link leads to \"\(path)\", which cannot be read: \(reason)",
        rule: "A notebook that is linked to can be read",
        reason: "The link's heading cannot be checked, and there would be no page to link to.")
    case .noSuchPlace(let link, let fragment, let known):
      ProblemRecord(
        of: Self.placeExists,
        "\(link.path ?? "the notebook") has no heading \"#\(fragment)\""
          + didYouMean(fragment, known, prefix: "#"),
        help: known.isEmpty
          ? "remove the # and everything after it" : "headings: \(listed(known.map { "#" + $0 }))",
        correction: Self.correction(
          of: link, path: link.path ?? "", fragment: Self.misspelled(fragment, among: known)))
    }
  }

  /// The same problem without suggestions.
  var withoutGuess: LinkProblem {
    switch self {
    case .noSuchNotebook(let link, let path, _):
      .noSuchNotebook(link, path: path, known: [])
    case .unreadable: self
    case .noSuchPlace(let link, let fragment, _):
      .noSuchPlace(link, fragment: fragment, known: [])
    }
  }

  private static func misspelled(_ written: String, among known: [String]) -> String? {
    closestName(to: written, among: known).flatMap { isMisspelling(written, of: $0) ? $0 : nil }
  }

  /// Returns the corrected destination, if it needs no escapes.
  private static func correction(of link: NotebookLink, path: String?, fragment: String?) -> Correction? {
    guard let path, !path.isEmpty || fragment != nil else { return nil }
    let meant = path + (fragment.map { "#" + $0 } ?? "")
    guard meant != link.destination, !meant.contains(where: { " ()<>\\%?".contains($0) }),
      link.fragment == nil || fragment != nil
    else { return nil }
    return .replace(link.destination, with: meant)
  }

  static let references = [
    notebookExists, reference(of: unreadable), placeExists,
  ]

  private static let notebookExists = ProblemReference(
    "TB-L-101", "A link to a notebook leads to an existing one",
    "It becomes a link to that notebook's page, which would be missing. Paths are relative to the folder of "
      + "the notebook with the link.")

  private static let placeExists = ProblemReference(
    "TB-L-103", "A link's heading exists",
    "A browser would silently stay at the top of the page. The id of a heading is its words in lowercase, "
      + "joined by hyphens; the second one with the same words ends in -2.")
}
