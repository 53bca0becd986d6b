import Diagnostics
import Options

/// What can be wrong with a parameter that the command line or a file sets.
package enum ParameterProblem: Problem {
  case unknown(String, known: [String])
  case wrongType(String, found: String, default: OptionValue)
  case outOfRange(String, Interval, found: OptionValue)
  case notAmong(String, [String], found: String)

  package var code: String {
    switch self {
    case .unknown: "TB-C-101"
    case .wrongType: "TB-C-102"
    case .outOfRange: "TB-C-103"
    case .notAmong: "TB-C-104"
    }
  }

  package var message: String {
    switch self {
    case .unknown(let name, let known):
      "the notebook has no parameter \"\(name)\"" + didYouMean(name, known)
    case .wrongType(let name, let found, let sample):
      "the parameter \"\(name)\" must be \(sample.kindName), like its default \(sample), not \(found)"
    case .outOfRange(let name, let interval, let found):
      "the parameter \"\(name)\" must be \(interval), not \(found)"
    case .notAmong(let name, let choices, let found):
      "the parameter \"\(name)\" must be one of \(listed(choices)), not \"\(found)\""
        + didYouMean(found, choices)
    }
  }

  package var help: String? {
    switch self {
    case .unknown(_, known: []): "declare it in the front matter, under `params:`"
    case .unknown, .wrongType, .outOfRange, .notAmong: nil
    }
  }

  /// The parameter that was to be set.
  package var name: String {
    switch self {
    case .unknown(let name, _), .wrongType(let name, _, _), .outOfRange(let name, _, _),
      .notAmong(let name, _, _):
      name
    }
  }
}
