import Diagnostics

/// What in a formula is outside the subset of LaTeX.
package enum FormulaProblem: Problem {
  case unknownCommand(String)
  case unknownEnvironment(String)
  case unexpected(String)
  case unclosed(String)
  case missingArgument(String)
  case missingBracket(String)
  case scriptTwice(String)
  case unknownLetters(String)
  case tooDeep(limit: Int)
  /// The sign that opens it, and would close it.
  case neverClosed(by: String)
  case wordsInDollars

  package var code: String {
    switch self {
    case .unknownCommand: "TB-M-101"
    case .unknownEnvironment: "TB-M-102"
    case .unexpected: "TB-M-103"
    case .unclosed: "TB-M-104"
    case .missingArgument: "TB-M-105"
    case .missingBracket: "TB-M-106"
    case .scriptTwice: "TB-M-107"
    case .unknownLetters: "TB-M-108"
    case .tooDeep: "TB-M-109"
    case .neverClosed: "TB-M-110"
    case .wordsInDollars: "TB-M-111"
    }
  }

  package var message: String {
    switch self {
    case .unknownCommand(let name):
      "formulas know no command \\\(name)"
        + didYouMean(name, MathParser.commands, prefix: "\\")
    case .unknownEnvironment(let name):
      "formulas know no environment \"\(name)\"" + didYouMean(name, MathParser.environments)
    case .unexpected(let sign): "\(sign) has no meaning at this place of a formula"
    case .unclosed(let opening): "the \(opening) that opens here is never closed"
    case .missingArgument(let owner): "\(owner) must be followed by what it is about"
    case .missingBracket(let owner): "\(owner) must be followed by a bracket"
    case .scriptTwice(let sign): "only one \(sign) can stand behind a symbol"
    case .unknownLetters(let command): "\(command) holds letters and digits alone"
    case .tooDeep(let limit): "a formula can be nested at most \(limit) levels deep"
    case .neverClosed: "the formula that opens here is never closed"
    case .wordsInDollars: "the text between these dollar signs is set as a formula"
    }
  }

  package var help: String? {
    switch self {
    case .unknownCommand, .tooDeep, .unknownLetters: "the formula is shown as it is written"
    case .neverClosed(by: "$"):
      "close it with $ in the same paragraph, no space before it and no digit behind it; a dollar sign is written \\$"
    case .neverClosed:
      "close it with $$; within lists and quotes no line of it can begin as a list or a heading does; "
        + "a dollar sign is written \\$"
    case .wordsInDollars:
      "write \\$ for a dollar sign that is text, put a name such as $HOME between backticks, and in a formula write "
        + "words as \\text{…}"
    case .unknownEnvironment: "environments: \(MathParser.environments.joined(separator: ", "))"
    case .unexpected("%"): "write a percent sign as \\%"
    case .unexpected("#"): "write a number sign as \\#"
    case .unexpected("&"), .unexpected("\\\\"): "put lines and columns in \\begin{aligned} … \\end{aligned}"
    case .unexpected("}"): "remove it, or write a brace as \\}"
    case .unexpected: "remove it"
    case .unclosed("brace"): "close it with }"
    case .unclosed("bracket"): "close it with ]"
    case .unclosed("\\left"): "close it with \\right and a bracket, or \\right. for none"
    case .unclosed(let environment): "close it with \\end{\(environment)}"
    case .missingArgument: "put it in braces: {…}"
    case .missingBracket: "write one such as ( or \\{, or a point for none"
    case .scriptTwice: "group with braces what belongs together: {x^a}^b"
    }
  }

  package var correction: Correction? {
    guard case .unknownCommand(let name) = self else { return nil }
    guard let meant = closestName(to: name, among: MathParser.commands), isMisspelling(name, of: meant) else {
      return nil
    }
    return .replace("\\\(name)", with: "\\\(meant)")
  }
}

/// A problem and its place within the formula, in UTF-8 offsets.
struct MathFault: Error {
  let problem: FormulaProblem
  let range: Range<Int>
}
