import Diagnostics

/// What can be wrong with a `${name}`.
package enum SubstitutionProblem: Problem {
  case undefined(String, known: [String])
  case unclosed

  package var code: String {
    switch self {
    case .undefined: "TB-O-111"
    case .unclosed: "TB-O-112"
    }
  }

  package var message: String {
    switch self {
    case .undefined("", _): "${} names no parameter"
    case .undefined(let name, let known): "there is no parameter \"\(name)\"" + didYouMean(name, known)
    case .unclosed: "the ${ that opens here is never closed"
    }
  }

  package var correction: Correction? {
    guard case .undefined(let name, let known) = self, let meant = closestName(to: name, among: known) else {
      return nil
    }
    return .replace("${\(name)}", with: "${\(meant)}")
  }

  package var cause: String? {
    if case .undefined(let name, _) = self, !name.isEmpty { Self.cause(ofMissing: name) } else { nil }
  }

  /// What is at the bottom of all problems with a parameter that there is none of.
  package static func cause(ofMissing parameter: String) -> String { "parameter \(parameter)" }

  package var help: String? {
    switch self {
    case .undefined(_, let known):
      known.isEmpty
        ? "define it under `params` in the front matter or in the cell; $${ writes ${ itself"
        : "parameters: \(known.joined(separator: ", "))"
    case .unclosed: "close it with }; $${ writes ${ itself"
    }
  }
}
