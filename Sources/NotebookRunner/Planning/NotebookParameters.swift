import Diagnostics
import NotebookResults
import NotebookSyntax
import Options

/// The notebook's `params`, with the values that the command line set.
package struct NotebookParameters {
  /// The name by which expressions read them: `params.learning_rate`.
  static let root = "params"

  private let declarations: [ParameterDeclaration]
  private let areAllKnown: Bool
  /// The parameters in front matter order.
  package private(set) var values: [Parameter]

  package init(_ frontMatter: FrontMatter) {
    declarations = frontMatter.parameterDeclarations
    areAllKnown = frontMatter.areParametersKnown
    values = frontMatter.parameters
  }

  /// - Parameter settings: names with values as typed on the command line, in order; the last one counts.
  /// - Returns: the parameters, and the problem with each setting that is not among them.
  package static func resolve(
    _ frontMatter: FrontMatter, settings: [(name: String, value: String)]
  ) -> (parameters: [Parameter], problems: [ParameterProblem]) {
    var parameters = NotebookParameters(frontMatter)
    let problems = settings.compactMap { parameters.set($0.name, toSpelling: $0.value) }
    return (parameters.values, problems)
  }

  /// Sets a parameter to a value as typed on the command line.
  ///
  /// - Returns: the reason why it cannot be set, if any.
  package mutating func set(_ name: String, toSpelling text: String) -> ParameterProblem? {
    set(name, by: "-P", saidAs: "\"\(text)\"") { $0.value(spelled: text) }
  }

  /// Sets a parameter to a value as written in a file of parameters.
  ///
  /// - Returns: the reason why it cannot be set, if any.
  package mutating func set(_ name: String, to value: OptionValue, by setter: String) -> ParameterProblem? {
    let said = if case .text(let text) = value.content { "the text \"\(text)\"" } else { "\(value)" }
    return set(name, by: setter, saidAs: said) { $0.value(of: value) }
  }

  private mutating func set(
    _ name: String, by setter: String, saidAs said: String, _ read: (ParameterType) -> OptionValue?
  ) -> ParameterProblem? {
    guard let index = declarations.firstIndex(where: { $0.name == name }) else {
      return areAllKnown ? .unknown(name, known: declarations.map(\.name)) : nil
    }
    let declaration = declarations[index]
    guard let value = read(declaration.type) else {
      return .wrongType(name, found: said, default: declaration.defaultValue)
    }
    if let problem = declaration.objection(to: value) { return problem }
    values[index] = Parameter(
      name: name, nameRange: declaration.parameter.nameRange,
      value: OptionValue(value.content, at: declaration.defaultValue.range), setter: setter)
    return nil
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
}

extension ParameterDeclaration {
  /// Returns why a value of the parameter's type cannot be set, if it cannot.
  fileprivate func objection(to value: OptionValue) -> ParameterProblem? {
    if !isInInterval(value) { return .outOfRange(name, interval, found: value) }
    if isAmongChoices(value) { return nil }
    return .notAmong(name, choices.map(\.description), found: "\(value)")
  }
}
