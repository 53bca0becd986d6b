import Diagnostics

/// What can be wrong with a parameter's declaration that its options' own checks do not find.
package enum ParameterDeclarationProblem: Problem {
  case boundOfNoNumber(String, default: OptionValue)
  case unlikeDefault(String, default: OptionValue, found: OptionValue)
  case crossedBounds(min: Double, max: Double)
  case repeatedChoice(OptionValue)

  package var code: String {
    switch self {
    case .boundOfNoNumber: "TB-F-104"
    case .unlikeDefault: "TB-F-105"
    case .crossedBounds: "TB-F-106"
    case .repeatedChoice: "TB-F-107"
    }
  }

  package var message: String {
    switch self {
    case .boundOfNoNumber(let name, let value):
      "\"\(name)\" is for numbers, and the default \(value) is \(value.kindName)"
    case .unlikeDefault(let name, let value, let found):
      "\"\(name)\" must be of the default's type: \(value) is \(value.kindName), and \(found) is \(found.kindName)"
    case .crossedBounds(let least, let greatest):
      "\"max\" must be at least \"min\", which is \(OptionValue(.number(least))), not \(OptionValue(.number(greatest)))"
    case .repeatedChoice(let value): "\(value) stands among the choices twice"
    }
  }

  package var help: String? {
    switch self {
    case .boundOfNoNumber(_, let value):
      NumberSlip("\(value)", for: .number(.any)).map { "write the default as \($0.meant)" }
        ?? "list what may be set as `choices: […]`"
    case .unlikeDefault(_, let value, let found):
      switch (value.content, found.content) {
      case (.integer, .number): "write the default as \(value).0, and the parameter is a number"
      default: nil
      }
    case .crossedBounds: "exchange them"
    case .repeatedChoice: "remove one of the two"
    }
  }
}
