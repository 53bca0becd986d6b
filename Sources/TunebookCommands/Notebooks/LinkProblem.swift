import Diagnostics
import NotebookSyntax

/// A mistake in a link to a notebook or to a heading.
enum LinkProblem: Problem {
  /// The paths of the notebooks in the link's folder.
  case noSuchNotebook(NotebookLink, path: String, known: [String])
  case unreadable(path: String, reason: String)
  /// The ids of the existing headings.
  case noSuchPlace(NotebookLink, fragment: String, known: [String])

  var code: String {
    switch self {
    case .noSuchNotebook: "TB-L-101"
    case .unreadable: "TB-L-102"
    case .noSuchPlace: "TB-L-103"
    }
  }

  var message: String {
    switch self {
    case .noSuchNotebook(_, let path, let known):
      "the link leads to no notebook: there is no \"\(path)\"" + didYouMean(path, known)
    case .unreadable(let path, let reason):
      "the link leads to \"\(path)\", which cannot be read: \(reason)"
    case .noSuchPlace(let link, let fragment, let known):
      "\(link.path ?? "the notebook") has no heading \"#\(fragment)\""
        + didYouMean(fragment, known, prefix: "#")
    }
  }

  var help: String? {
    switch self {
    case .noSuchNotebook(_, _, let known):
      known.isEmpty
        ? "write the path as seen from the notebook's folder"
        : "notebooks there: \(listed(known)); paths are seen from the notebook's folder"
    case .unreadable: nil
    case .noSuchPlace(_, _, let known):
      known.isEmpty
        ? "remove the # and everything after it" : "headings: \(listed(known.map { "#" + $0 }))"
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

  var correction: Correction? {
    switch self {
    case .noSuchNotebook(let link, let path, let known):
      Self.correction(of: link, path: Self.misspelled(path, among: known), fragment: link.fragment)
    case .unreadable: nil
    case .noSuchPlace(let link, let fragment, let known):
      Self.correction(of: link, path: link.path ?? "", fragment: Self.misspelled(fragment, among: known))
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
}
