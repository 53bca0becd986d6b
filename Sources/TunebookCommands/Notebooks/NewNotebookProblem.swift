import Diagnostics

/// A reason for which a new notebook cannot be written.
enum NewNotebookProblem: Problem, Error {
  case noName(String)
  case unusableName(String, suggestion: String?)
  case exists(String)

  var code: String {
    switch self {
    case .noName: "TB-C-221"
    case .unusableName: "TB-C-222"
    case .exists: "TB-C-223"
    }
  }

  var message: String {
    switch self {
    case .noName(let path): "\"\(path)\" names no notebook"
    case .unusableName(let name, _):
      "a notebook's name must begin and end with a letter or a digit, and have spaces and . _ - alone between them, "
        + "unlike \"\(name)\""
    case .exists(let path): "\(path) is there already, and was left as it is"
    }
  }

  var help: String? {
    switch self {
    case .noName: "give it a name, as in `tunebook new my-walkthrough`"
    case .unusableName(_, let suggestion): suggestion.map { "for example \($0)" }
    case .exists: "choose another name"
    }
  }
}
