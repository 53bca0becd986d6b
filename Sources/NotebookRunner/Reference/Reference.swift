import Diagnostics
import Options

/// Everything that can be written in a notebook, taken from the declarations of the options.
package struct Reference: Sendable {
  /// The members of one kind: the directives, or the possible values of an option, such as the optimizers.
  package struct Section: Sendable {
    /// The word for a member: `layer`.
    package let subject: String
    package let entries: [Entry]

    package init(subject: String, entries: [Entry]) {
      self.subject = subject
      self.entries = entries
    }

    package var title: String {
      switch subject.last {
      case "s", "x": subject + "es"
      case "y": subject.dropLast() + "ies"
      default: subject + "s"
      }
    }
  }

  /// A member, with its own options and those that all members of its kind take.
  package struct Entry: Sendable {
    package let subject: String
    package let name: String
    package let abstract: String
    package let options: [OptionDeclaration]
    package let sharedOptions: [OptionDeclaration]
    package let example: NotebookExample?
    /// The notation with its meaning, for an entry without options.
    package let notation: [(written: String, meaning: String)]

    package var allOptions: [OptionDeclaration] { options + sharedOptions }
  }

  package let directives: Section
  /// The kinds of option values, such as the optimizers.
  package let kinds: [Section]
  /// The parts of a notebook around the bodies of cells.
  package let surroundings: [Section]

  package var sections: [Section] { [directives] + surroundings + kinds }

  /// Collects the directives, then each kind in the order in which options refer to it, with no manual list.
  package init() {
    let catalogue = Directives.catalogue
    directives = Section(
      subject: catalogue.subject,
      entries: catalogue.described.map { member in
        Entry(
          member, of: catalogue.subject, sharedOptions: Directives.cellOptions(of: member.name),
          example: Directives.examples[member.name])
      })
    var sections = [directives]
    var next = 0
    while next < sections.count {
      for option in sections[next].entries.flatMap(\.options) {
        guard let (subject, members) = option.form.kind, !sections.contains(where: { $0.subject == subject })
        else { continue }
        sections.append(
          Section(
            subject: subject,
            entries: members().map { member in
              Entry(member, of: subject, example: MemberExamples.example(of: member, in: subject))
            }))
      }
      next += 1
    }
    kinds = Array(sections.dropFirst())
    surroundings = Self.surroundings
  }

  package var entries: [Entry] { sections.flatMap(\.entries) }
}

extension Reference.Entry {
  fileprivate init(
    _ member: CatalogueMember, of subject: String, sharedOptions: [OptionDeclaration] = [],
    example: NotebookExample?
  ) {
    self.init(
      subject: subject, name: member.name, abstract: member.abstract, options: member.options(),
      sharedOptions: sharedOptions, example: example, notation: [])
  }
}

extension OptionForm {
  /// The kind whose members the option accepts, alone or as elements.
  package var kind: (subject: String, members: @Sendable () -> [CatalogueMember])? {
    switch self {
    case .member(let subject, let members): (subject, members)
    case .list(let element), .mapping(let element): element.kind
    case .either(let one, let other): one.kind ?? other.kind
    default: nil
    }
  }
}
