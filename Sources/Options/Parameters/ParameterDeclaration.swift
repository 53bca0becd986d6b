import Diagnostics

/// A parameter as declared in the front matter: its default, and the values that may replace it.
package struct ParameterDeclaration: Sendable, Hashable {
  /// The parameter's name and default.
  package let parameter: Parameter
  /// The numbers that are allowed.
  package let interval: Interval
  /// The places of the bounds.
  private let lowerRange: SourceRange?
  private let upperRange: SourceRange?
  /// The only allowed values, in the parameter's type; empty if any value is allowed.
  package let choices: [OptionValue]
  package let help: String?

  package var name: String { parameter.name }
  package var defaultValue: OptionValue { parameter.value }
  package var type: ParameterType { ParameterType(of: defaultValue) ?? .text }

  /// Returns true if a value of the parameter's type may be set.
  package func allows(_ value: OptionValue) -> Bool { isInInterval(value) && isAmongChoices(value) }

  package func isInInterval(_ value: OptionValue) -> Bool { value.number.map(interval.contains) ?? true }

  /// Returns the place of the bound that a value exceeds, or of the default if it exceeds none.
  package func place(ofBoundFor value: OptionValue) -> SourceRange {
    guard let number = value.number, !interval.contains(number) else { return defaultValue.range }
    let isBelow = number < (defaultValue.number ?? number)
    return (isBelow ? lowerRange : upperRange) ?? defaultValue.range
  }

  package func isAmongChoices(_ value: OptionValue) -> Bool { choices.isEmpty || choices.contains(value) }

  /// Creates a parameter that may have any value of its default's type.
  package init(_ parameter: Parameter) {
    self.parameter = parameter
    interval = .any
    (lowerRange, upperRange) = (nil, nil)
    choices = []
    help = nil
  }

  /// Creates a parameter from options, one of which is its default.
  package init(_ name: String, at nameRange: SourceRange, _ options: inout OptionReader) {
    let value = options.read(
      "default", .scalar, help: "The value if none is set; its type is the parameter's.")
    let lower = options.readIfPresent("min", .scalar, help: "The least number that may be set.")
    let upper = options.readIfPresent("max", .scalar, help: "The greatest number that may be set.")
    let choices = options.readIfPresent(
      "choices", .list(of: .scalar), help: "The only values that may be set, each of the default's type.")
    help = options.readIfPresent(
      "help", .text, affects: .presentation, help: "What the parameter is, in a sentence.")
    parameter = Parameter(name: name, nameRange: nameRange, value: value)
    (lowerRange, upperRange) = (lower?.range, upper?.range)

    var checker = ParameterDeclarationChecker(options, default: value)
    interval = checker.interval(from: lower, to: upper)
    self.choices = checker.choices(choices ?? [], within: interval)
    checker.checkDefault(within: interval, among: self.choices)
    options = checker.options
  }

  /// The entries for the options in the reference.
  package static let options: @Sendable () -> [OptionDeclaration] = {
    OptionReader.describe("parameter") { _ = ParameterDeclaration("", at: .nowhere, &$0) }
  }
}

extension OptionKind where Value == [ParameterDeclaration] {
  /// Names chosen by the author, each with its default, or with a mapping that includes its default.
  package static let parameterDeclarations: OptionKind = {
    let one = OptionForm.declaration(ParameterDeclaration.options)
    let form = OptionForm.mapping(one)
    return OptionKind(form: form, placeholder: { [] }) { value, name, findings in
      guard case .mapping(let entries) = value.content else {
        findings.add(OptionProblem.wrongType(name, expected: form, found: value), at: value.range)
        return nil
      }
      guard entries.count <= Parameter.mostInNotebook else {
        findings.add(
          OptionProblem.tooMany(name, entries.count, limit: Parameter.mostInNotebook), at: value.range)
        return nil
      }
      let declarations = entries.compactMap { declaration($0, one, &findings) }
      guard declarations.count == entries.count else { return nil }
      let defaults = declarations.map { OptionValue.Entry($0.name, $0.defaultValue) }
      return (declarations, OptionValue(.mapping(defaults.sorted { $0.key < $1.key })))
    }
  }()

  private static func declaration(
    _ entry: OptionValue.Entry, _ form: OptionForm, _ findings: inout OptionFindings
  ) -> ParameterDeclaration? {
    switch entry.value.content {
    case .integer, .number, .text, .flag:
      return ParameterDeclaration(
        Parameter(name: entry.key, nameRange: entry.keyRange, value: entry.value.evaluatingQuotient))
    case .mapping:
      var reader = OptionReader(entry.value, of: "the parameter \"\(entry.key)\"")
      let declaration = ParameterDeclaration(entry.key, at: entry.keyRange, &reader)
      reader.finish()
      findings.merge(reader.findings)
      return reader.findings.diagnostics.hasErrors ? nil : declaration
    case .null, .list:
      findings.add(
        OptionProblem.wrongType(entry.key, expected: form, found: entry.value), at: entry.value.range)
      return nil
    }
  }
}
