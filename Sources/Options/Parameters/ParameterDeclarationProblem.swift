import Diagnostics

/// A problem with a parameter's declaration that the checks of its single options do not find.
package enum ParameterDeclarationProblem: Problem {
  case boundOfNoNumber(String, default: OptionValue)
  case unlikeDefault(String, default: OptionValue, found: OptionValue)
  case crossedBounds(min: Double, max: Double)
  case repeatedChoice(OptionValue)

  package var record: ProblemRecord {
    switch self {
    case .boundOfNoNumber(let name, let value):
      ProblemRecord(
        "TB-F-104", "\"\(name)\" is for numbers, and the default \(value) is \(value.kindName)",
        help: NumberSlip("\(value)", for: .number(.any)).map { "write the default as \($0.meant)" }
          ?? "list what may be set as `choices: […]`",
        rule: "Only numbers have bounds",
        reason: "Text and flags have no order; list the values that may be set.",
        wrong: .whole("---\nparams:\n  kind: {default: relu, min: 1}\n---\n\nWith {value}`params.kind`."),
        right: .whole(
          "---\nparams:\n  kind: {default: relu, choices: [tanh, relu]}\n---\n\nWith {value}`params.kind`."))
    case .unlikeDefault(let name, let value, let found):
      ProblemRecord(
        "TB-F-105",
        "\"\(name)\" must be of the default's type: \(value) is \(value.kindName), and \(found) is "
          + "\(found.kindName)",
        help: Self.help(onDefault: value, unlike: found),
        rule: "Bounds and choices are of the default's type",
        reason: "The default says what kind of value a parameter has: 3 makes it an integer, 3.0 a number.",
        wrong: .whole("---\nparams:\n  rate: {default: 1, min: 0.5}\n---\n\nAt {value}`params.rate`."),
        right: .whole("---\nparams:\n  rate: {default: 1.0, min: 0.5}\n---\n\nAt {value}`params.rate`."))
    case .crossedBounds(let least, let greatest):
      ProblemRecord(
        "TB-F-106",
        "\"max\" must be at least \"min\", which is \(OptionValue(.number(least))), not "
          + "\(OptionValue(.number(greatest)))",
        help: "swap them", rule: "A parameter's bounds leave something between them",
        reason: "Otherwise no value could ever be set.",
        wrong: .whole("---\nparams:\n  rounds: {default: 5, min: 9, max: 1}\n---\n\n{value}`params.rounds`."),
        right: .whole("---\nparams:\n  rounds: {default: 5, min: 1, max: 9}\n---\n\n{value}`params.rounds`."))
    case .repeatedChoice(let value):
      ProblemRecord(
        "TB-F-107", "\(value) is listed twice among the choices", help: "remove one of the two",
        rule: "Each choice is listed once", reason: "The second was probably meant to be another.",
        wrong: .whole("---\nparams:\n  kind: {default: a, choices: [a, b, a]}\n---\n\n{value}`params.kind`."),
        right: .whole("---\nparams:\n  kind: {default: a, choices: [a, b, c]}\n---\n\n{value}`params.kind`."))
    }
  }

  private static func help(onDefault value: OptionValue, unlike found: OptionValue) -> String? {
    guard case (.integer, .number) = (value.content, found.content) else { return nil }
    return "write the default as \(value).0, and the parameter is a number"
  }

  package static let references = [
    reference(of: boundOfNoNumber), reference(of: unlikeDefault), reference(of: crossedBounds),
    reference(of: repeatedChoice),
  ]
}
