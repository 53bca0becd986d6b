import Diagnostics
import Options

/// What may stand in a notebook's cells, as the declarations of the options themselves say it.
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

    package var allOptions: [OptionDeclaration] { options + sharedOptions }
  }

  package let sections: [Section]

  /// The directives, and then each kind in the order in which options name it, so that none is listed by hand.
  package init() {
    let directives = Directives.catalogue
    var sections = [
      Section(
        subject: directives.subject,
        entries: directives.described.map { member in
          Entry(
            member, of: directives.subject, sharedOptions: Directives.cellOptions(of: member.name),
            example: Directives.examples[member.name])
        })
    ]
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
    self.sections = sections
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
      sharedOptions: sharedOptions, example: example)
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
