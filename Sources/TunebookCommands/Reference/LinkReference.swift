import Diagnostics

extension LinkProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-L-101", "A link to a notebook leads to an existing one",
      "It becomes a link to that notebook's page, which would be missing. Paths are seen from the folder of the "
        + "notebook that holds the link."),
    ProblemReference(
      "TB-L-102", "A notebook that is linked to can be read",
      "Whether the link's heading is there could not be told, nor would there be a page."),
    ProblemReference(
      "TB-L-103", "A link's heading is there",
      "A browser would silently stay at the top of the page. Ids of headings are their words in small letters, joined "
        + "by hyphens; a second one of the same words ends in -2."),
  ]
}
