import Diagnostics
import NotebookResults
import NotebookSyntax
import Options

/// The notebook's `params`, with what the command line set.
package enum NotebookParameters {
  /// The name by which expressions read them: `params.learning_rate`.
  static let root = "params"

  /// - Parameter settings: names with values as typed on the command line, in order; the last one counts.
  /// - Returns: the parameters, and what is wrong with each setting that is not among them.
  package static func resolve(
    _ frontMatter: FrontMatter, settings: [(name: String, value: String)]
  ) -> (parameters: [Parameter], problems: [ParameterProblem]) {
    var values = frontMatter.parameters
    var problems: [ParameterProblem] = []
    for (name, text) in settings {
      guard let index = values.firstIndex(where: { $0.name == name }) else {
        if frontMatter.areParametersKnown { problems.append(.unknown(name, known: values.map(\.name))) }
        continue
      }
      let parameter = values[index]
      guard let value = read(text, like: frontMatter.parameters[index].value) else {
        problems.append(.wrongType(name, value: text, default: frontMatter.parameters[index].value))
        continue
      }
      values[index] = Parameter(
        name: name, nameRange: parameter.nameRange, value: value, isSetByCommand: true)
    }
    return (values, problems)
  }

  static func type(of value: OptionValue) -> ValueType {
    switch value.content {
    case .integer, .number: .number
    case .flag: .flag
    default: .text
    }
  }

  static func value(of parameters: [Parameter]) -> Value {
    .record(
      parameters.map { parameter in
        let value: Value =
          switch parameter.value.content {
          case .integer(let integer): .integer(integer)
          case .number(let number): .number(number)
          case .flag(let flag): .flag(flag)
          default: .text("\(parameter.value)")
          }
        return Value.Field(parameter.name, value)
      })
  }

  private static func read(_ text: String, like sample: OptionValue) -> OptionValue? {
    let content: OptionValue.Content? =
      switch sample.content {
      case .integer: Int(text).map { .integer($0) }
      case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
      case .flag: Bool(text).map { .flag($0) }
      default: .text(text)
      }
    return content.map { OptionValue($0, at: sample.range) }
  }
}

/// What can be wrong with a parameter set on the command line.
package enum ParameterProblem: Problem {
  case unknown(String, known: [String])
  case wrongType(String, value: String, default: OptionValue)

  package var code: String {
    switch self {
    case .unknown: "TB-C-101"
    case .wrongType: "TB-C-102"
    }
  }

  package var message: String {
    switch self {
    case .unknown(let name, let known):
      "the notebook has no parameter \"\(name)\"" + didYouMean(name, known)
    case .wrongType(let name, let value, let sample):
      "the parameter \"\(name)\" must be \(sample.kindName), like its default \(sample), not \"\(value)\""
    }
  }

  package var help: String? {
    switch self {
    case .unknown(_, let known):
      known.isEmpty
        ? "declare it in the front matter, under `params:`" : "parameters: \(known.joined(separator: ", "))"
    case .wrongType: nil
    }
  }
}
