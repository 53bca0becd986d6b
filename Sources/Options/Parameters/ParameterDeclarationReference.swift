import Diagnostics

extension ParameterDeclarationProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-F-104", "Only numbers have bounds",
      "Text and flags have no order; what may be set of them is listed.",
      wrong: .whole("---\nparams:\n  kind: {default: relu, min: 1}\n---\n\nWith {value}`params.kind`."),
      right: .whole(
        "---\nparams:\n  kind: {default: relu, choices: [tanh, relu]}\n---\n\nWith {value}`params.kind`.")),
    ProblemReference(
      "TB-F-105", "Bounds and choices are of the default's type",
      "The default says what kind of value a parameter has: 3 makes it an integer, 3.0 a number.",
      wrong: .whole("---\nparams:\n  rate: {default: 1, min: 0.5}\n---\n\nAt {value}`params.rate`."),
      right: .whole("---\nparams:\n  rate: {default: 1.0, min: 0.5}\n---\n\nAt {value}`params.rate`.")),
    ProblemReference(
      "TB-F-106", "A parameter's bounds leave something between them",
      "Else nothing could ever be set.",
      wrong: .whole("---\nparams:\n  rounds: {default: 5, min: 9, max: 1}\n---\n\n{value}`params.rounds`."),
      right: .whole("---\nparams:\n  rounds: {default: 5, min: 1, max: 9}\n---\n\n{value}`params.rounds`.")),
    ProblemReference(
      "TB-F-107", "Each choice stands once",
      "The second was mostly meant to be another.",
      wrong: .whole("---\nparams:\n  kind: {default: a, choices: [a, b, a]}\n---\n\n{value}`params.kind`."),
      right: .whole("---\nparams:\n  kind: {default: a, choices: [a, b, c]}\n---\n\n{value}`params.kind`.")),
  ]
}
