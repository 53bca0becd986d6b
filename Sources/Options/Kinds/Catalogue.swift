import Diagnostics

/// A type with a name in notebooks and options of its own: a directive, a layer, an optimizer, a data set.
package protocol Configurable: Sendable {
  /// The name in notebooks, in the field's usual spelling.
  static var name: String { get }
  /// One sentence for the reference.
  static var abstract: String { get }
  /// The options in the example of the reference, as a mapping; by default all that have a default value.
  static var exampleOptions: OptionValue { get }

  init(_ options: inout OptionReader)
}

extension Configurable {
  package static var exampleOptions: OptionValue {
    let options = OptionReader.describe(name) { _ = Self(&$0) }
    return OptionValue(
      .mapping(options.compactMap { option in option.defaultValue.map { .init(option.name, $0) } }))
  }

  /// An example of how it is written in options: its name alone, or with its example options.
  package static var writtenExample: OptionValue {
    exampleOptions.entries.isEmpty ? OptionValue(.text(name)) : [name: exampleOptions]
  }
}

/// The members of one kind (layers, say): the one place where a new one is listed.
package struct Catalogue<Element: Sendable>: Sendable {
  package struct Member: Sendable {
    package let name: String
    package let abstract: String
    package let make: @Sendable (inout OptionReader) -> Element
    fileprivate let example: @Sendable () -> OptionValue

    package init<Kind: Configurable>(
      _ kind: Kind.Type, _ make: @escaping @Sendable (inout OptionReader) -> Element
    ) {
      name = kind.name
      abstract = kind.abstract
      example = { kind.writtenExample }
      self.make = make
    }

    /// The member with a default for each of its options.
    package var standard: Element {
      var nothing = OptionReader(OptionValue(.mapping([])), of: name)
      return make(&nothing)
    }
  }

  /// The noun for a member, as in "there is no layer …".
  package let subject: String
  package let members: [Member]
  /// Other names that may be given in place of a member.
  private var others: [String] = []

  package init(_ subject: String, _ members: [Member]) {
    self.subject = subject
    self.members = members
  }

  /// Returns the same catalogue for a place where other names may be given too.
  package func besides(_ others: [String]) -> Catalogue {
    var catalogue = self
    catalogue.others += others
    return catalogue
  }

  /// The names of the members, and the other names that may be given.
  package var choices: [String] { names + others }

  /// The choices that a name may be a misspelling of.
  func candidates(for written: String) -> [String] {
    OtherLibraries.unknownNames[subject]?.contains(written.lowercased()) == true ? [] : choices
  }

  package var names: [String] { members.map(\.name) }

  package subscript(name: String) -> Member? { members.first { $0.name == name } }

  package var described: [CatalogueMember] {
    members.map { member in
      CatalogueMember(name: member.name, abstract: member.abstract, example: member.example) {
        OptionReader.describe(member.name) { _ = member.make(&$0) }
      }
    }
  }
}

/// The entry of a catalogue's member in the reference.
package struct CatalogueMember: Sendable {
  package let name: String
  package let abstract: String
  package let example: @Sendable () -> OptionValue
  package let options: @Sendable () -> [OptionDeclaration]
}

extension OptionKind {
  /// A member of a catalogue: its name alone, or a mapping of its name to its options, or, as in `dense: 30`, to
  /// the first of them.
  package static func member(of catalogue: Catalogue<Value>) -> OptionKind {
    OptionKind(
      form: .member(catalogue.subject) { catalogue.described },
      placeholder: {
        var reader = OptionReader(OptionValue(.mapping([])), of: catalogue.subject)
        return catalogue.members[0].make(&reader)
      }
    ) { value, name, findings in
      let (written, nameRange, options): (String, SourceRange, OptionValue)
      switch value.content {
      case .text(let text):
        (written, nameRange, options) = (text, value.range, OptionValue(.mapping([]), at: value.range))
      case .mapping(let entries) where entries.count == 1:
        (written, nameRange, options) = (entries[0].key, entries[0].keyRange, entries[0].value)
      case .mapping(let entries) where entries.count > 1 && !entries.contains { catalogue[$0.key] != nil }:
        (written, nameRange, options) = (entries[0].key, entries[0].keyRange, entries[0].value)
      case .mapping(let entries) where entries.count > 1:
        findings.add(
          OptionProblem.twoKeys(
            subject: catalogue.subject, entries.map(\.key), meant: catalogue.meant(by: entries)),
          at: entries[1].keyRange)
        return nil
      default:
        let form = OptionForm.member(catalogue.subject) { catalogue.described }
        findings.add(OptionProblem.wrongType(name, expected: form, found: value), at: value.range)
        return nil
      }
      guard let member = catalogue[written] else {
        if case .mapping(let entries) = value.content, let meant = catalogue.meant(by: entries) {
          findings.add(OptionProblem.unnamedMember(of: catalogue.subject, meant: meant), at: nameRange)
          return nil
        }
        findings.add(
          OptionProblem.unknownChoice(
            written, of: catalogue.subject, known: catalogue.choices,
            candidates: catalogue.candidates(for: written), meant: catalogue.meant(by: written)),
          at: nameRange)
        return nil
      }
      let mapping: OptionValue
      switch options.content {
      case .mapping: mapping = options
      case .null: mapping = OptionValue(.mapping([]), at: nameRange)
      default:
        let declared = OptionReader.describe(member.name) { _ = member.make(&$0) }
        guard let first = declared.first else {
          findings.add(OptionProblem.takesNothing(written), at: options.range)
          return nil
        }
        mapping = OptionValue(
          .mapping([OptionValue.Entry(first.name, at: nameRange, options)]), at: nameRange)
      }
      var reader = OptionReader(mapping, of: written)
      let made = member.make(&reader)
      reader.finish()
      findings.merge(reader.findings)
      return (made, OptionValue(.mapping([OptionValue.Entry(written, reader.canonical)])))
    }
  }
}
