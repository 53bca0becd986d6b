import Diagnostics
import NotebookResults
import Options
import Writing

/// Options and their values as JSON Schema.
enum OptionSchema {
  /// The name of the definition for a parameter, which may replace any value.
  static let parameter = "parameter"

  static func key(_ subject: String) -> String { subject.replacing(" ", with: "_") }

  static func reference(_ key: String) -> JSON { .object([("$ref", .string("#/$defs/" + key))]) }

  /// Returns the schema of a mapping that contains only the options.
  static func object(
    _ options: [OptionDeclaration], requiring required: [OptionDeclaration]
  ) -> [(String, JSON)] {
    var object: [(String, JSON)] = [
      ("type", .string("object")),
      ("properties", .object(options.map { ($0.name, property($0)) })),
      ("additionalProperties", .bool(false)),
    ]
    if !required.isEmpty { object.append(("required", .array(required.map { .string($0.name) }))) }
    return object
  }

  /// Returns the schema of what follows a member's name: its options, only the first of them, or nothing.
  static func member(_ options: [OptionDeclaration]) -> JSON {
    let required = options.filter(\.isRequired)
    var choices = [JSON.object(object(options, requiring: required))]
    if let first = options.first, required.allSatisfy({ $0.name == first.name }) {
      choices.append(form(first.form))
    }
    if required.isEmpty { choices.append(type("null")) }
    return choices.count == 1 ? choices[0] : .object([("anyOf", .array(choices))])
  }

  private static func property(_ option: OptionDeclaration) -> JSON {
    let value = form(option.form)
    let mayBeTakenAway = !option.isRequired && option.defaultValue == nil
    var members: [(String, JSON)] = [("description", .string(option.help))]
    if let standard = option.defaultValue { members.append(("default", JSON(standard))) }
    members.append(("anyOf", .array(mayBeTakenAway ? [value, type("null")] : [value])))
    return .object(members)
  }

  static func form(_ form: OptionForm) -> JSON {
    switch form {
    case .flag: orParameter(type("boolean"))
    case .integer(let interval): orParameter(.object([("type", .string("integer"))] + bounds(interval)))
    case .number(let interval):
      orParameter(.object([("type", .string("number"))] + bounds(interval)), quotient)
    case .text, .scalar: .object([("type", .array(["string", "number", "boolean"].map { .string($0) }))])
    case .choice(let names): orParameter(.object([("enum", .array(names.map { .string($0) }))]))
    case .reference(let directives):
      .object([
        ("type", .string("string")),
        (
          "description",
          .string("The name of \(withArticle(directives.joined(separator: " or "))) cell above.")
        ),
      ])
    case .list(let element): oneOrSeveral(Self.form(element))
    case .mapping(let value):
      .object([("type", .string("object")), ("additionalProperties", Self.form(value))])
    case .declaration(let options):
      .object([("anyOf", .array([Self.form(.scalar), .object(object(options(), requiring: []))]))])
    case .group(let options): .object(object(options(), requiring: options().filter(\.isRequired)))
    case .member(let subject, _): reference(key(subject))
    case .either(let one, let other):
      .object([("anyOf", .array([Self.form(one), Self.form(other)]))])
    }
  }

  /// A quotient, such as 1/255.
  private static let quotient = JSON.object([
    ("type", .string("string")), ("pattern", .string("^[^/]+/[^/]+$")),
  ])

  private static func type(_ name: String) -> JSON { .object([("type", .string(name))]) }

  private static func orParameter(_ forms: JSON...) -> JSON {
    .object([("anyOf", .array(forms + [reference(parameter)]))])
  }

  private static func oneOrSeveral(_ element: JSON) -> JSON {
    .object([("anyOf", .array([.object([("type", .string("array")), ("items", element)]), element]))])
  }

  private static func bounds(_ interval: Interval) -> [(String, JSON)] {
    var bounds: [(String, JSON)] = []
    switch interval.lower {
    case .none: break
    case .closed(let bound): bounds.append(("minimum", .number(bound)))
    case .open(let bound): bounds.append(("exclusiveMinimum", .number(bound)))
    }
    switch interval.upper {
    case .none: break
    case .closed(let bound): bounds.append(("maximum", .number(bound)))
    case .open(let bound): bounds.append(("exclusiveMaximum", .number(bound)))
    }
    return bounds
  }
}

extension JSON {
  /// Creates a value as an author writes it.
  init(_ value: OptionValue) {
    self =
      switch value.content {
      case .null: .null
      case .flag(let flag): .bool(flag)
      case .integer(let integer): .number(Double(integer))
      case .number(let number): .number(number)
      case .text(let text): .string(text)
      case .list(let values): .array(values.map { JSON($0) })
      case .mapping(let entries): .object(entries.map { ($0.key, JSON($0.value)) })
      }
  }
}
