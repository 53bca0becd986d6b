import Diagnostics

/// A problem with a `${name}`.
package enum SubstitutionProblem: Problem {
  case undefined(String, known: [String])
  case unclosed
  case tooLong(limit: Int)

  package var record: ProblemRecord {
    switch self {
    case .undefined(let name, let known):
      ProblemRecord(
        "TB-O-111",
        Self.message(onUndefined: name, known: known),
        help: known.isEmpty
          ? "define it under `params` in the front matter or in the cell; write $${ for ${ itself"
          : "parameters: \(listed(known))",
        correction: Self.correction(of: name, among: known),
        cause: name.isEmpty ? nil : Self.cause(ofMissing: name),
        rule: "${…} names a parameter",
        reason: "Its parameters are those of the front matter and of the cell itself.",
        wrong: .fit("params: {rounds: 6}\nepochs: ${round}"),
        right: .fit("params: {rounds: 6}\nepochs: ${rounds}"))
    case .unclosed:
      ProblemRecord(
        "TB-O-112", "the ${ that opens here is never closed",
        help: "close it with }; write $${ for ${ itself",
        rule: "${ is closed", reason: "Tunebook does not guess where the name ends.",
        wrong: .fit("params: {rounds: 6}\nepochs: ${rounds"),
        right: .fit("params: {rounds: 6}\nepochs: ${rounds}"))
    case .tooLong(let limit):
      ProblemRecord(
        "TB-O-113", "with its parameters filled in, this text is longer than \(limit) bytes",
        help: "use the parameter fewer times, or give it a shorter text",
        rule: "A text with its parameters filled in has at most 100,000 bytes",
        reason: "A parameter that is used many times turns a short text into a long one, and a notebook from "
          + "elsewhere could fill the memory that way.")
    }
  }

  private static func message(onUndefined name: String, known: [String]) -> String {
    if name.isEmpty { return "${} names no parameter" }
    return isName(name) || name.hasPrefix("params.")
      ? "there is no parameter \"\(name)\"" + didYouMean(bare(name), known)
      : "${…} holds only the name of a parameter, not \"\(name)\""
  }

  private static func correction(of name: String, among known: [String]) -> Correction? {
    guard isName(bare(name)), let meant = closestName(to: bare(name), among: known),
      isMisspelling(bare(name), of: meant)
    else { return nil }
    return .replace("${\(name)}", with: "${\(meant)}")
  }

  private static func isName(_ text: String) -> Bool { text.wholeMatch(of: /[\w-]+/) != nil }

  /// Returns a parameter's name for use in sentences, without its prefix.
  private static func bare(_ name: String) -> String { String(name.trimmingPrefix("params.")) }

  /// Returns the common cause of all problems with a parameter that does not exist.
  package static func cause(ofMissing parameter: String) -> String { "parameter \(parameter)" }

  package static let references = [
    reference(of: undefined), reference(of: unclosed), reference(of: tooLong),
  ]
}
