import Diagnostics
import Options

/// What may stand in a notebook, as the declarations of the options themselves say it.
package struct Reference: Sendable {
  /// The members of one kind: the directives, or what may stand in an option of one, such as the optimizers.
  package struct Section: Sendable {
    /// What a member is called: `layer`.
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

  /// A member, with the options that it alone takes and those that every one of its kind takes.
  package struct Entry: Sendable {
    package let subject: String
    package let name: String
    package let abstract: String
    package let options: [OptionDeclaration]
    package let sharedOptions: [OptionDeclaration]
    package let example: NotebookExample?
    /// What may be written, and what it means, where that is no option.
    package let notation: [(written: String, meaning: String)]

    package var allOptions: [OptionDeclaration] { options + sharedOptions }
  }

  package let directives: Section
  /// What may stand in options, such as the optimizers.
  package let kinds: [Section]
  /// What stands around the bodies of cells.
  package let surroundings: [Section]

  package var sections: [Section] { [directives] + surroundings + kinds }

  /// The directives, and then each kind in the order in which options name it, so that none is listed by hand.
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
  /// The kind whose members may stand in the option, alone or as elements.
  package var kind: (subject: String, members: @Sendable () -> [CatalogueMember])? {
    switch self {
    case .member(let subject, let members): (subject, members)
    case .list(let element), .mapping(let element): element.kind
    default: nil
    }
  }
}
