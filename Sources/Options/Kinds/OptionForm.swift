import Diagnostics

/// The form of an option's value, which the reference, the schema and messages describe.
package indirect enum OptionForm: Sendable {
  case flag
  case integer(Interval)
  case number(Interval)
  case text
  case scalar
  case choice([String])
  /// The name of an earlier cell of one of these directives, or of any directive if the list is empty.
  case reference([String])
  case list(OptionForm)
  /// Names chosen by the author, each with a value of the form.
  case mapping(OptionForm)
  /// A scalar, or a mapping of options of which the scalar is one.
  case declaration(@Sendable () -> [OptionDeclaration])
  /// A mapping of options.
  case group(@Sendable () -> [OptionDeclaration])
  /// One member of a catalogue: its name, or `{name: {options}}`.
  case member(String, @Sendable () -> [CatalogueMember])
  /// Either of two forms.
  case either(OptionForm, OptionForm)

  /// The form as a phrase after "must be".
  package var phrase: String {
    switch self {
    case .flag: "true or false"
    case .integer(.any): "an integer"
    case .integer(let interval): "an integer \(interval)"
    case .number(.any): "a number"
    case .number(let interval): "a number \(interval)"
    case .text: "text"
    case .scalar: "a number, text or a flag"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .reference(let directives):
      directives.isEmpty
        ? "the name of a cell" : "the name of \(withArticle(directives.joined(separator: " or "))) cell"
    case .list(let element): "a list, each element \(element.phrase)"
    case .mapping(let value): "a mapping of names, each to \(value.phrase)"
    case .declaration: "a number, text, a flag, or a mapping with a default"
    case .group(let options): "a mapping of options, such as \(Self.sample(of: options()))"
    case .member(let subject, _): "a kind of \(subject)"
    case .either(let one, let other): "\(one.phrase), or \(other.phrase)"
    }
  }

  /// A sample value of this form.
  package var sample: String {
    switch self {
    case .flag: "true"
    case .integer(let interval), .number(let interval):
      switch interval.lower {
      case .closed(let bound) where bound > 0: "\(OptionValue(.number(bound)))"
      default: if case .number = self { "0.5" } else { "1" }
      }
    case .text, .scalar, .declaration: "text"
    case .choice(let names): names.first ?? ""
    case .reference(let directives): "my_\(directives.first ?? "cell")"
    case .list(let element): "[\(element.sample)]"
    case .mapping(let value): "{name: \(value.sample)}"
    case .group(let options): Self.sample(of: options())
    case .member(_, let members): members().first?.name ?? ""
    case .either(let one, _): one.sample
    }
  }

  /// The members of the catalogue that a value of this form comes from; `nil` if it comes from none.
  package var members: (@Sendable () -> [CatalogueMember])? {
    switch self {
    case .member(_, let members): members
    case .either(let one, let other): one.members ?? other.members
    default: nil
    }
  }

  /// The options of which a value of this form is a mapping, or each of the values that it has names for; empty if it is
  /// none.
  package var parts: [OptionDeclaration] {
    switch self {
    case .group(let options): options()
    case .mapping(let value): value.parts
    case .either(let one, let other): one.parts + other.parts
    default: []
    }
  }

  private static func sample(of options: [OptionDeclaration]) -> String {
    guard let option = options.first(where: \.isRequired) ?? options.first else { return "{}" }
    return "{\(option.name): \(option.defaultValue.map { "\($0)" } ?? option.form.sample)}"
  }

  /// Returns true if a quoted text would have this form without its quotes.
  func acceptsUnquoted(_ text: String) -> Bool {
    switch self {
    case .integer: Int(text) != nil
    case .number: Double(text) != nil
    case .flag: text == "true" || text == "false"
    case .either(let one, let other): one.acceptsUnquoted(text) || other.acceptsUnquoted(text)
    default: false
    }
  }
}

/// The entry for one option in the reference.
package struct OptionDeclaration: Sendable {
  package let name: String
  package let form: OptionForm
  /// The default value; `nil` if the option must be given or if its absence has a meaning of its own.
  package let defaultValue: OptionValue?
  package let isRequired: Bool
  package let affects: OptionEffect
  package let help: String

  package init(
    name: String, form: OptionForm, defaultValue: OptionValue?, isRequired: Bool, affects: OptionEffect,
    help: String
  ) {
    self.name = name
    self.form = form
    self.defaultValue = defaultValue
    self.isRequired = isRequired
    self.affects = affects
    self.help = help
  }
}

/// The effect of changing an option: on the display of a cell, on its result, or on whatever the options that
/// come with it affect.
package enum OptionEffect: Sendable, Hashable {
  case result, presentation, inheritance
}

/// An option after reading: its value in canonical form, with defaults filled in.
package struct ResolvedOption: Sendable {
  package let name: String
  package let value: OptionValue
  package let form: OptionForm
  package let affects: OptionEffect
}

/// The use of one cell by another.
package struct CellReference: Sendable, Hashable {
  package let name: String
  /// The directives that the referenced cell may have.
  package let directives: [String]
  package let place: OptionValue

  /// True if the best fit of a sweep is meant, not the cell as a whole.
  package let isBest: Bool

  package init(name: String, directives: [String], place: OptionValue, isBest: Bool = false) {
    self.name = name
    self.directives = directives
    self.place = place
    self.isBest = isBest
  }

  /// The end of a name by which the best fit of a sweep is meant.
  private static let best = ".best"

  /// The reference as it is written.
  package var spelling: String { isBest ? name + Self.best : name }

  /// Returns the name of the cell in a reference as it is written.
  package static func cell(named spelling: String) -> String {
    spelling.hasSuffix(best) ? String(spelling.dropLast(best.count)) : spelling
  }
}

extension OptionForm: Placeholder {
  package static var placeholder: OptionForm { .text }
}
