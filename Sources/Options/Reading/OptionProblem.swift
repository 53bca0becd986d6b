import Diagnostics
import Foundation

/// A problem with an option's name or value.
package enum OptionProblem: Problem {
  case unknown(String, of: String, known: [String], given: Set<String>)
  /// An option of the value of another option, with its spelling there.
  case elsewhere(String, of: String, option: String, spelling: String)
  /// An unknown option, when a required option is missing.
  case insteadOfMissing(String, of: String, missing: String, form: OptionForm, known: [String])
  /// A decimal comma in a mapping in braces, which splits the number into a value and an option.
  case decimalComma(String, whole: String, fraction: String)
  case missing(String, of: String, form: OptionForm)
  case wrongType(String, expected: OptionForm, found: OptionValue)
  case outOfRange(String, Interval, found: OptionValue)
  case unknownChoice(String, of: String, known: [String], candidates: [String], meant: String?)
  case notAmong(String, [String], found: String)
  /// Options of a member whose name is missing, and their spelling with its name.
  case unnamedMember(of: String, meant: String)
  case twoKeys(subject: String, [String], meant: String?)
  case emptyList(String, of: OptionForm)
  case takesNothing(String)
  case nothingGiven(String)
  /// A value that occurs twice in a list.
  case repeated(String, OptionValue)
  case tooMany(String, Int, limit: Int)
  case longText(String, Int, limit: Int)
  case wrongLength(String, Int, expected: Int)
  /// Several options of which one may be given.
  case severalOf([String], of: String)
  /// A value that does not fit those of other options, and the requirement as a phrase after its name.
  case unfitting(String, String)

  package var record: ProblemRecord {
    switch self {
    case .unknown(let name, let subject, let known, let given):
      ProblemRecord(
        of: Self.optionExists,
        "\(subject) has no option \"\(name)\"" + didYouMean(name, known.filter { !given.contains($0) }),
        help: Self.help(onUnknown: name, of: subject, known: known),
        correction: Self.isJoined(name)
          ? .replace(name, with: Self.parted(name))
          : Correction(name, among: known.filter { !given.contains($0) }))
    case .elsewhere(let name, let subject, let option, let spelling):
      ProblemRecord(
        of: Self.optionExists, "\(subject) has no option \"\(name)\", but its \(option) does",
        help: "write `\(spelling)`")
    case .insteadOfMissing(let name, let subject, let missing, let form, let known):
      ProblemRecord(
        of: Self.optionExists, "\(subject) has no option \"\(name)\", but needs \"\(missing)\"",
        help: "give it as in `\(missing): \(form.sample)`; options of \(subject): "
          + "\(known.joined(separator: ", "))")
    case .decimalComma(let name, let whole, let fraction):
      ProblemRecord(
        of: Self.valueHasKind,
        "a comma ends the option here, so \"\(name)\" is \(whole), and \(fraction) is another option",
        help: "write \(whole).\(fraction)"
          + (NumberSlip.isDecimal(whole, fraction) ? "" : ", or \(whole)\(fraction)"),
        correction: NumberSlip.isDecimal(whole, fraction)
          ? .replace("\(whole),\(fraction)", with: "\(whole).\(fraction)") : nil)
    case .missing(let name, let subject, let form):
      ProblemRecord(
        "TB-O-102", "\(subject) needs the option \"\(name)\"",
        help: "give it as in `\(name): \(form.sample)`",
        rule: "An option without a sensible default is given",
        reason:
          "Most options may be left out; `tunebook docs` says which may not, and gives the defaults of the "
          + "others.",
        wrong: .cell("{evaluate}", "split: test"), right: .cell("{evaluate}", "fit: fast"))
    case .wrongType(let name, let expected, let found):
      ProblemRecord(
        of: Self.valueHasKind,
        "\"\(name)\" must be \(expected.phrase), not \(Self.kind(of: found, for: expected))",
        help: Self.help(on: found, for: expected, of: name),
        correction: Self.correction(of: found, for: expected))
    case .outOfRange(let name, let interval, let found):
      ProblemRecord(
        "TB-O-104",
        "\"\(name)\" must be \(Self.isFinite(found) || interval == .any ? "" : "finite and ")\(interval), "
          + "not \(found)",
        rule: "A number lies within the option's range",
        reason:
          "Beyond it, the computation would have no meaning or would never end. `tunebook docs fit.epochs` "
          + "gives the range.",
        wrong: .fit("epochs: 0"), right: .fit("epochs: 6"))
    case .unknownChoice(let name, let subject, let known, let candidates, let meant):
      ProblemRecord(
        of: Self.choiceExists,
        "there is no \(subject) \"\(name)\""
          + (meant.map { "; did you mean \"\($0)\"?" } ?? didYouMean(name, candidates)),
        help: "kinds of \(subject): \(known.joined(separator: ", "))",
        correction: meant.map { .replace(name, with: $0) } ?? Correction(name, among: candidates))
    case .notAmong(let name, let known, let found):
      ProblemRecord(
        of: Self.choiceExists,
        "\"\(name)\" must be one of \(listed(known)), not \"\(found)\"" + didYouMean(found, known),
        correction: Correction(found, among: known))
    case .unnamedMember(let subject, let meant):
      ProblemRecord(
        of: Self.choiceExists, "the options of a kind of \(subject) come after its name",
        help: "write `\(meant)`")
    case .twoKeys(let subject, let keys, let meant):
      ProblemRecord(
        "TB-O-106", "one \(subject) is expected here, not \(keys.count): \(listed(keys))",
        help: meant.map { "options go in braces of their own: `\($0)`" }
          ?? "keep one, or indent the second below the first; in a list, each has a line of its own that "
          + "begins with a dash",
        rule: "An option that takes one value has one",
        reason: "Two layers in one element of a list usually lack a dash, and two optimizers indentation.",
        wrong: .cell("{model} deep", "layers: [{flatten: {}, dense: 10}]"),
        right: .cell("{model} deep", "layers: [flatten, {dense: {units: 10, activation: softmax}}]")
          + .fit(of: "deep"))
    case .emptyList(let name, let form):
      ProblemRecord(
        "TB-O-107", "\"\(name)\" must not be an empty list", help: "for example `\(name): [\(form.sample)]`",
        rule: "A list is not empty where it needs a value",
        reason: "If the option is optional, leave it out instead.", wrong: .cell("{plot}", "fits: []"),
        right: .cell("{plot}", "fits: [fast]"))
    case .takesNothing(let name):
      ProblemRecord(
        "TB-O-108", "\(name) has no options", help: "write `\(name)` alone",
        rule: "What has no options is written as its name alone", reason: "`flatten` is an example.",
        wrong: .cell("{model} deep", "layers: [{flatten: 2}, {dense: {units: 10, activation: softmax}}]"),
        right: .cell("{model} deep", "layers: [flatten, {dense: {units: 10, activation: softmax}}]")
          + .fit(of: "deep"))
    case .nothingGiven(let name):
      ProblemRecord(
        "TB-O-109", "\"\(name)\" has no value",
        help: "write a value after the colon, or remove the option",
        rule: "A value follows the colon",
        reason:
          "An empty option could mean its default or none. `null` removes a value that came with `from`.",
        wrong: .fit("seed:"), right: .fit("seed: 7"))
    case .repeated(let name, let value):
      ProblemRecord(
        "TB-O-110", "\"\(name)\" holds \(value) more than once", help: "remove it here",
        rule: "A list of names holds each of them once",
        reason: "A fit that is drawn or compared twice shows nothing new.",
        wrong: .cell("{plot}", "fits: [fast, fast]"), right: .cell("{plot}", "fits: [fast]"))
    case .tooMany(let name, let count, let limit):
      ProblemRecord(
        "TB-O-114", "\"\(name)\" holds \(counted(count, "value")), and may hold at most \(limit)",
        help: "keep at most \(limit)", rule: "A list is no longer than its limit",
        reason: "A plot or a comparison shows at most 100 fits, and a chart has at most 10 annotations: more "
          + "cannot be told apart, and a notebook from elsewhere could keep the program busy that way. Several "
          + "cells may share them.")
    case .longText(let name, let count, let limit):
      ProblemRecord(
        "TB-O-117", "\"\(name)\" has \(count) characters, and may have at most \(limit)",
        help: "shorten it; a caption and the text around the cell have room for more",
        rule: "A text in a chart is short", reason: "A drawing has room for only a few words.",
        wrong: .cell(
          "{plot}",
          """
          fits: fast
          title: >-
            A title that says everything there is to say about the curve,
            and then goes on to explain how the curve came about, and why
          """),
        right: .cell("{plot}", "fits: fast\ntitle: A short title"))
    case .wrongLength(let name, let count, let expected):
      ProblemRecord(
        "TB-O-116",
        "\"\(name)\" holds \(counted(count, "value")), but takes one for all dimensions or \(expected), one "
          + "for each",
        help: "write `\(name): 3`, or \(expected == 1 ? "a list of one" : "`\(name): [3, 3]`")",
        rule: "A window has one length, or one for each dimension",
        reason: "Windows slide over the height and the width of an image, or over the steps of a sequence.",
        wrong: .images("conv2d: {filters: 4, kernel_size: [3, 3, 1]}"),
        right: .images("conv2d: {filters: 4, kernel_size: [3, 3]}"))
    case .severalOf(let names, let subject):
      ProblemRecord(
        of: Self.optionsFit, "\(subject) takes only one of \(listed(names))", help: "keep one of them")
    case .unfitting(let name, let requirement):
      ProblemRecord(of: Self.optionsFit, "\"\(name)\" \(requirement)")
    }
  }

  private static func help(onUnknown name: String, of subject: String, known: [String]) -> String {
    if name.hasPrefix(":") { return "an option has no colon before it: `\(name.dropFirst()): …`" }
    if isJoined(name) {
      return "a colon and a space separate an option from its value: `\(parted(name))`"
    }
    return known.isEmpty
      ? "write `\(subject)` alone" : "options of \(subject): \(known.joined(separator: ", "))"
  }

  private static func help(on found: OptionValue, for expected: OptionForm, of name: String) -> String {
    if case .text(let text) = found.content {
      if expected.acceptsUnquoted(text) { return "write \(text) without quotes" }
      if let slip = NumberSlip(text, for: expected) { return "write \(slip.meant)" }
      if found.isJoined {
        return
          "these lines are read as one text, \"\(text.prefix(60))\"; a new option begins at the margin"
      }
    }
    if let name = parameter(bracedIn: found) { return "write \"${\(name)}\"" }
    if case .integer = expected, case .number(let number) = found.content, let whole = Int(exactly: number) {
      return "write \(whole)"
    }
    return "write it as in `\(name): \(expected.sample)`"
  }

  private static func correction(of found: OptionValue, for expected: OptionForm) -> Correction? {
    guard case .text(let text) = found.content else { return nil }
    return expected.acceptsUnquoted(text)
      ? .unquote(text) : NumberSlip(text, for: expected).map { .replace($0.written, with: $0.meant) }
  }

  /// Returns the name if the value is a name alone in braces, the notation of templates for placeholders.
  private static func parameter(bracedIn value: OptionValue) -> String? {
    guard case .mapping(let entries) = value.content, entries.count == 1, entries[0].value.content == .null
    else {
      return nil
    }
    return entries[0].key
  }

  /// Returns a text such as `epochs=3` as it was meant.
  private static func parted(_ name: String) -> String {
    name.split(maxSplits: 1) { $0 == "=" || $0 == ":" }.map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: ": ")
  }

  /// Returns true if a name includes its value.
  private static func isJoined(_ name: String) -> Bool {
    name.wholeMatch(of: /[A-Za-z_]\w* ?[=:] ?[^ ]+/) != nil
  }

  private static func isFinite(_ value: OptionValue) -> Bool {
    if case .number(let number) = value.content { number.isFinite } else { true }
  }

  private static func kind(of found: OptionValue, for expected: OptionForm) -> String {
    if case .integer = expected, case .number(let number) = found.content, abs(number) >= 0x1p63 {
      return number.isFinite ? "one as large as \(number)" : "\(number)"
    }
    return found.kindName
  }

  package static let references = [
    reference(of: unknown), reference(of: decimalComma), reference(of: missing), reference(of: outOfRange),
    reference(of: unknownChoice), reference(of: twoKeys), reference(of: emptyList),
    reference(of: takesNothing), reference(of: nothingGiven), reference(of: repeated), reference(of: tooMany),
    reference(of: longText), reference(of: wrongLength), reference(of: severalOf),
  ]

  private static let optionExists = ProblemReference(
    "TB-O-101", "An option is one that the directive, layer or optimizer has",
    "An unknown one would be ignored, and the notebook would seem to do what it does not.",
    wrong: .fit("epoch: 6"), right: .fit("epochs: 6"))

  private static let valueHasKind = ProblemReference(
    "TB-O-103", "A value is of the option's kind",
    "Nothing is converted: a number in quotes is text.",
    wrong: .fit("epochs: \"6\""), right: .fit("epochs: 6"))

  private static let optionsFit = ProblemReference(
    "TB-O-115", "Options that are given together fit each other",
    "Two ways of setting the same thing contradict each other, and some options need another one.",
    wrong: .fit("optimizer: {sgd: {clipnorm: 1, clipvalue: 0.5}}"),
    right: .fit("optimizer: {sgd: {clipnorm: 1}}"))

  private static let choiceExists = ProblemReference(
    "TB-O-105", "A name is a known one",
    "This holds for optimizers, losses, layers and all options with choices. `tunebook docs optimizers` "
      + "lists those of one kind.",
    wrong: .fit("optimizer: sdg"), right: .fit("optimizer: sgd"))
}
