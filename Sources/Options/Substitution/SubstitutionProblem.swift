import Diagnostics

/// What can be wrong with a `${name}`.
package enum SubstitutionProblem: Problem {
  case undefined(String, known: [String])
  case unclosed
  case tooLong(limit: Int)

  package var code: String {
    switch self {
    case .undefined: "TB-O-111"
    case .unclosed: "TB-O-112"
    case .tooLong: "TB-O-113"
    }
  }

  package var message: String {
    switch self {
    case .undefined("", _): "${} names no parameter"
    case .undefined(let name, let known):
      Self.isName(name) || name.hasPrefix("params.")
        ? "there is no parameter \"\(name)\"" + didYouMean(Self.bare(name), known)
        : "the name of a parameter alone can stand here, not \"\(name)\""
    case .unclosed: "the ${ that opens here is never closed"
    case .tooLong(let limit): "with its parameters filled in, this text is longer than \(limit) bytes"
    }
  }

  package var correction: Correction? {
    guard case .undefined(let name, let known) = self, Self.isName(Self.bare(name)),
      let meant = closestName(to: Self.bare(name), among: known), isMisspelling(Self.bare(name), of: meant)
    else { return nil }
    return .replace("${\(name)}", with: "${\(meant)}")
  }

  private static func isName(_ text: String) -> Bool { text.wholeMatch(of: /[\w-]+/) != nil }

  /// A parameter's name as sentences read it, without what stands before it there.
  private static func bare(_ name: String) -> String { String(name.trimmingPrefix("params.")) }

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
        : "parameters: \(listed(known))"
    case .tooLong: "read the parameter fewer times, or give it a shorter text"
    case .unclosed: "close it with }; $${ writes ${ itself"
    }
  }
}
