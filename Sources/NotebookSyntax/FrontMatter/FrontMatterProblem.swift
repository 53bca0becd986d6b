import Diagnostics

/// A problem with a notebook's front matter; its keys and values are checked as options are.
package enum FrontMatterProblem: Problem {
  case unclosed
  case noMapping
  case invalidParameterName(String)
  case notFirst
  /// A line that is nearly three dashes.
  case mistypedDelimiter(String)

  package var record: ProblemRecord {
    switch self {
    case .unclosed:
      ProblemRecord(
        "TB-F-101", "the front matter that opens here is never closed",
        help: "close it with a line of three dashes, or write a thematic break as ***",
        rule: "Front matter is closed by three dashes",
        reason: "A notebook whose first line is three dashes begins with front matter, and all of it would "
          + "be part of that.",
        wrong: .whole("---\ntitle: Two rates\n"), right: .whole("---\ntitle: Two rates\n---\n\nProse."))
    case .noMapping:
      ProblemRecord(
        "TB-F-102", "the front matter must be keys with values",
        help: "write each as in `title: My notebook`", rule: "Front matter is keys with values",
        reason: "It says what holds for the whole notebook: title, lang, seed, params.",
        wrong: .whole("---\n- Two rates\n---\n\nProse."),
        right: .whole("---\ntitle: Two rates\n---\n\nProse."))
    case .invalidParameterName(let name):
      ProblemRecord(
        "TB-F-103", "\"\(name)\" cannot be a parameter's name",
        help: "a name begins with a lowercase letter and has only lowercase letters, digits and _"
          + (Notation.suggestedName(for: name).map { ": \($0)" } ?? ""),
        rule: "A parameter's name can be used in expressions",
        reason: "`params.learning-rate` would subtract, so names have only lowercase letters, digits and _.",
        wrong: .whole("---\nparams: {learning-rate: 0.1}\n---\n\nProse."),
        right: .whole("---\nparams: {learning_rate: 0.1}\n---\n\nA rate of {value}`params.learning_rate`."))
    case .notFirst:
      ProblemRecord(
        "TB-F-108", "front matter must begin on the first line of the notebook",
        help: "remove the empty lines above it, or write a thematic break as ***",
        rule: "Front matter begins on the first line",
        reason: "Further down, its dashes are a thematic break and its keys a heading.",
        wrong: .whole("\n---\ntitle: Two rates\n---\n\nProse."),
        right: .whole("---\ntitle: Two rates\n---\n\nProse."))
    case .mistypedDelimiter(let found):
      ProblemRecord(
        "TB-F-109", "front matter is between lines of three dashes, not \(found)",
        help: "write ---, and below it each key as in `title: My notebook`",
        correction: .replace(found, with: "---"),
        rule: "Front matter is between lines of three dashes",
        reason: "A line of two dashes, of four, or of plus signs is prose, and so are the keys below it.",
        wrong: .whole("--\ntitle: Two rates\n---\n\nProse."),
        right: .whole("---\ntitle: Two rates\n---\n\nProse."))
    }
  }

  package static let references = [
    reference(of: unclosed), reference(of: noMapping), reference(of: invalidParameterName),
    reference(of: notFirst), reference(of: mistypedDelimiter),
  ]
}
