import Diagnostics

/// A reason for which a new notebook cannot be written.
enum NewNotebookProblem: Problem, Error {
  case noName(String)
  case unusableName(String, suggestion: String?)
  case exists(String)

  var record: ProblemRecord {
    switch self {
    case .noName(let path):
      ProblemRecord(
        "TB-C-221", "\"\(path)\" is not the name of a notebook",
        help: "give it a name, as in `tunebook new my-walkthrough`", rule: "A new notebook has a name",
        reason: "The path ends in a folder; the file's name is missing.")
    case .unusableName(let name, let suggestion):
      ProblemRecord(
        "TB-C-222",
        "a notebook's name must begin and end with a letter or a digit, with only those, spaces and . _ - in "
          + "between, unlike \"\(name)\"",
        help: suggestion.map { "for example \($0)" },
        rule: "A notebook's name needs no quotes or escapes",
        reason: "Its page is named after it and is linked to, so characters with a meaning in shells or "
          + "addresses are not allowed.")
    case .exists(let path):
      ProblemRecord(
        "TB-C-223", "\(path) already exists, and was left as it is", help: "choose another name",
        rule: "A new notebook replaces no file", reason: "An existing file may be somebody's work.")
    }
  }

  static let references = [
    reference(of: noName), reference(of: unusableName), reference(of: exists),
  ]
}
