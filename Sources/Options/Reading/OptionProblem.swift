import Diagnostics
import Foundation

/// What can be wrong with an option's name or value.
package enum OptionProblem: Problem {
  case unknown(String, of: String, known: [String], given: Set<String>)
  /// An option of what another option chooses, with the way to write it there.
  case elsewhere(String, of: String, option: String, spelling: String)
  /// An option that is unknown, where another must be given and is not.
  case insteadOfMissing(String, of: String, missing: String, form: OptionForm, known: [String])
  /// A number that its comma, between braces, parted into a value and an option.
  case decimalComma(String, whole: String, fraction: String)
  case missing(String, of: String, form: OptionForm)
  case wrongType(String, expected: OptionForm, found: OptionValue)
  case outOfRange(String, Interval, found: OptionValue)
  case unknownChoice(String, of: String, known: [String], candidates: [String], meant: String?)
  case notAmong(String, [String], found: String)
  /// Options of a member that is not named, and how they are written with its name.
  case unnamedMember(of: String, meant: String)
  case twoKeys(subject: String, [String], meant: String?)
  case emptyList(String, of: OptionForm)
  case takesNothing(String)
  case nothingGiven(String)
  /// A value that a list holds twice.
  case repeated(String, OptionValue)
  case tooMany(String, Int, limit: Int)

  package var code: String {
    switch self {
    case .unknown, .elsewhere, .insteadOfMissing: "TB-O-101"
    case .missing: "TB-O-102"
    case .wrongType, .decimalComma: "TB-O-103"
    case .outOfRange: "TB-O-104"
    case .unknownChoice, .notAmong, .unnamedMember: "TB-O-105"
    case .twoKeys: "TB-O-106"
    case .emptyList: "TB-O-107"
    case .takesNothing: "TB-O-108"
    case .nothingGiven: "TB-O-109"
    case .repeated: "TB-O-110"
    case .tooMany: "TB-O-114"
    }
  }

  package var message: String {
    switch self {
    case .unknown(let name, let subject, let known, let given):
      "\(subject) has no option \"\(name)\"" + didYouMean(name, known.filter { !given.contains($0) })
    case .elsewhere(let name, let subject, let option, _):
      "\(subject) has no option \"\(name)\", and its \(option) has"
    case .insteadOfMissing(let name, let subject, let missing, _, _):
      "\(subject) has no option \"\(name)\", and needs \"\(missing)\""
    case .decimalComma(let name, let whole, let fraction):
      "a comma ends the option here, so that \"\(name)\" is \(whole), and \(fraction) another option"
    case .missing(let name, let subject, _):
      "\(subject) needs the option \"\(name)\""
    case .wrongType(let name, let expected, let found):
      "\"\(name)\" must be \(expected.phrase), not \(kind(of: found, for: expected))"
    case .outOfRange(let name, let interval, let found):
      "\"\(name)\" must be \(isFinite(found) || interval == .any ? "" : "finite and ")\(interval), not \(found)"
    case .notAmong(let name, let known, let found):
      "\"\(name)\" must be one of \(listed(known)), not \"\(found)\""
        + didYouMean(found, known)
    case .unknownChoice(let name, let subject, _, let candidates, let meant):
      "there is no \(subject) \"\(name)\""
        + (meant.map { "; did you mean \"\($0)\"?" } ?? didYouMean(name, candidates))
    case .unnamedMember(let subject, _): "the options of a kind of \(subject) stand behind its name"
    case .takesNothing(let name): "\(name) has no options"
    case .nothingGiven(let name): "nothing is given for \"\(name)\""
    case .repeated(let name, let value): "\"\(name)\" holds \(value) more than once"
    case .tooMany(let name, let count, let limit):
      "\"\(name)\" holds \(counted(count, "value")), and may hold \(limit) at most"
    case .emptyList(let name, _): "\"\(name)\" must not be an empty list"
    case .twoKeys(let subject, let keys, _):
      "one \(subject) must stand here, not \(keys.count): \(listed(keys))"
    }
  }

  package var help: String? {
    switch self {
    case .unknown(let name, _, _, _) where name.hasPrefix(":"):
      "no colon stands before an option: `\(name.dropFirst()): …`"
    case .unknown(let name, _, _, _) where Self.isJoined(name):
      "a colon and a space stand between an option and its value: `\(Self.parted(name))`"
    case .unknown(_, let subject, [], _): "write `\(subject)` alone"
    case .unknown(_, let subject, let known, _): "options of \(subject): \(known.joined(separator: ", "))"
    case .elsewhere(_, _, _, let spelling): "write `\(spelling)`"
    case .decimalComma(_, let whole, let fraction):
      "write \(whole).\(fraction)" + (NumberSlip.isDecimal(whole, fraction) ? "" : ", or \(whole)\(fraction)")
    case .insteadOfMissing(_, let subject, let name, let form, let known):
      "give it as in `\(name): \(form.sample)`; options of \(subject): \(known.joined(separator: ", "))"
    case .missing(let name, _, let form):
      "give it as in `\(name): \(form.sample)`"
    case .wrongType(let name, let expected, let found):
      if case .text(let text) = found.content, expected.acceptsUnquoted(text) {
        "write \(text) without quotes"
      } else if case .text(let text) = found.content, let slip = NumberSlip(text, for: expected) {
        "write \(slip.meant)"
      } else if let name = Self.parameter(bracedIn: found) {
        "write \"${\(name)}\""
      } else if case .integer = expected, case .number(let number) = found.content,
        let whole = Int(exactly: number)
      {
        "write \(whole)"
      } else if case .text(let text) = found.content, found.isJoined {
        "these lines are read as one text, \"\(text.prefix(60))\"; an option of its own begins at the margin"
      } else {
        "write it as in `\(name): \(expected.sample)`"
      }
    case .outOfRange, .notAmong: nil
    case .nothingGiven: "write a value behind the colon, or remove the option"
    case .repeated: "remove it here"
    case .tooMany(_, _, let limit): "keep \(limit) at most"
    case .unnamedMember(_, let meant): "write `\(meant)`"
    case .takesNothing(let name): "write `\(name)` alone"
    case .emptyList(let name, let form): "for example `\(name): [\(form.sample)]`"
    case .unknownChoice(_, let subject, let known, _, _):
      "known for \(subject): \(known.joined(separator: ", "))"
    case .twoKeys(_, _, let meant?): "options stand in braces of their own: `\(meant)`"
    case .twoKeys:
      "keep one, or indent the second below the first; in a list, each has a line of its own that begins with a dash"
    }
  }

  package var correction: Correction? {
    switch self {
    case .unknown(let name, _, _, _) where Self.isJoined(name): .replace(name, with: Self.parted(name))
    case .unknown(let name, _, let known, let given):
      Correction(name, among: known.filter { !given.contains($0) })
    case .unknownChoice(let name, _, _, _, let meant?): .replace(name, with: meant)
    case .unknownChoice(let name, _, _, let known, _), .notAmong(_, let known, let name):
      Correction(name, among: known)
    case .decimalComma(_, let whole, let fraction) where NumberSlip.isDecimal(whole, fraction):
      .replace("\(whole),\(fraction)", with: "\(whole).\(fraction)")
    case .wrongType(_, let expected, let found):
      if case .text(let text) = found.content {
        expected.acceptsUnquoted(text)
          ? .unquote(text) : NumberSlip(text, for: expected).map { .replace($0.written, with: $0.meant) }
      } else {
        nil
      }
    case .decimalComma, .missing, .elsewhere, .insteadOfMissing, .unnamedMember, .outOfRange, .twoKeys,
      .emptyList,
      .takesNothing, .repeated, .tooMany,
      .nothingGiven:
      nil
    }
  }

  /// The name alone between braces, as templates write what is filled in.
  private static func parameter(bracedIn value: OptionValue) -> String? {
    guard case .mapping(let entries) = value.content, entries.count == 1, entries[0].value.content == .null
    else {
      return nil
    }
    return entries[0].key
  }

  /// `epochs=3` as it is meant.
  private static func parted(_ name: String) -> String {
    name.split(maxSplits: 1) { $0 == "=" || $0 == ":" }.map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: ": ")
  }

  /// Whether a name holds its value too.
  private static func isJoined(_ name: String) -> Bool {
    name.wholeMatch(of: /[A-Za-z_]\w* ?[=:] ?[^ ]+/) != nil
  }

  private func isFinite(_ value: OptionValue) -> Bool {
    if case .number(let number) = value.content { number.isFinite } else { true }
  }

  private func kind(of found: OptionValue, for expected: OptionForm) -> String {
    if case .integer = expected, case .number(let number) = found.content, abs(number) >= 0x1p63 {
      return number.isFinite ? "one as large as \(number)" : "\(number)"
    }
    return found.kindName
  }
}
