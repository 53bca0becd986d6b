import Diagnostics

/// What can be wrong with a notebook's front matter; its keys and values are checked as options are.
package enum FrontMatterProblem: Problem {
  case unclosed
  case noMapping
  case invalidParameterName(String)
  case notFirst
  /// A line that is nearly one of three dashes.
  case mistypedDelimiter(String)

  package var code: String {
    switch self {
    case .unclosed: "TB-F-101"
    case .noMapping: "TB-F-102"
    case .invalidParameterName: "TB-F-103"
    case .notFirst: "TB-F-108"
    case .mistypedDelimiter: "TB-F-109"
    }
  }

  package var message: String {
    switch self {
    case .unclosed: "the front matter that opens here is never closed"
    case .noMapping: "the front matter must be keys with values"
    case .notFirst: "front matter must begin on the first line of the notebook"
    case .mistypedDelimiter(let found): "front matter stands between lines of three dashes, not \(found)"
    case .invalidParameterName(let name): "\"\(name)\" cannot be a parameter's name"
    }
  }

  package var correction: Correction? {
    if case .mistypedDelimiter(let found) = self { .replace(found, with: "---") } else { nil }
  }

  package var help: String? {
    switch self {
    case .unclosed: "close it with a line of three dashes, or write a thematic break as ***"
    case .notFirst: "remove the empty lines above it, or write a thematic break as ***"
    case .mistypedDelimiter: "write ---, and below it each as in `title: My notebook`"
    case .noMapping: "write each as in `title: My notebook`"
    case .invalidParameterName(let name):
      "a name begins with a small letter and has small letters, digits and _ alone"
        + (Notation.suggestedName(for: name).map { ": \($0)" } ?? "")
    }
  }
}
