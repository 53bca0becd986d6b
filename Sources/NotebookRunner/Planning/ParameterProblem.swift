import Diagnostics
import Options

/// A problem with a parameter that the command line or a file sets.
package enum ParameterProblem: Problem {
  case unknown(String, known: [String])
  case wrongType(String, found: String, default: OptionValue)
  case outOfRange(String, Interval, found: OptionValue)
  case notAmong(String, [String], found: String)

  package var record: ProblemRecord {
    switch self {
    case .unknown(let name, let known):
      ProblemRecord(
        "TB-C-101", "the notebook has no parameter \"\(name)\"" + didYouMean(name, known),
        help: known.isEmpty ? "declare it in the front matter, under `params:`" : nil,
        rule: "A parameter that is set is declared in the notebook",
        reason: "`tunebook run --help-notebook` lists a notebook's parameters and the values they may have.")
    case .wrongType(let name, let found, let sample):
      ProblemRecord(
        "TB-C-102",
        "the parameter \"\(name)\" must be \(sample.kindName), like its default \(sample), not \(found)",
        rule: "A parameter has a value of the same type as its default",
        reason: "A default of 5 makes it an integer, 0.5 a number, true a flag and everything else text.")
    case .outOfRange(let name, let interval, let found):
      ProblemRecord(
        "TB-C-103", "the parameter \"\(name)\" must be \(interval), not \(found)",
        rule: "A parameter lies within its bounds",
        reason: "They are the `min` and `max` of its declaration: the author says for which values the "
          + "notebook's text holds.")
    case .notAmong(let name, let choices, let found):
      ProblemRecord(
        "TB-C-104",
        "the parameter \"\(name)\" must be one of \(listed(choices)), not \"\(found)\""
          + didYouMean(found, choices),
        rule: "A parameter is one of its choices",
        reason: "They are listed as `choices` where it is declared.")
    }
  }

  /// The name of the parameter.
  package var name: String {
    switch self {
    case .unknown(let name, _), .wrongType(let name, _, _), .outOfRange(let name, _, _),
      .notAmong(let name, _, _):
      name
    }
  }

  package static let references = [
    reference(of: unknown), reference(of: wrongType), reference(of: outOfRange), reference(of: notAmong),
  ]
}
