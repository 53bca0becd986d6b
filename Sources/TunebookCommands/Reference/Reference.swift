import Diagnostics
import NotebookRunner
import Options

/// What may stand in a notebook's cells, as the declarations of the options themselves say it.
struct Reference {
  /// The members of one kind: the directives, or what may stand in an option of one, such as the optimizers.
  struct Section {
    /// What a member is called: `layer`.
    let subject: String
    let entries: [Entry]

    var title: String {
      switch subject.last {
      case "s", "x": subject + "es"
      case "y": subject.dropLast() + "ies"
      default: subject + "s"
      }
    }
  }

  /// A member, with the options that it alone takes and those that every one of its kind takes.
  struct Entry {
    let subject: String
    let name: String
    let abstract: String
    let options: [OptionDeclaration]
    let sharedOptions: [OptionDeclaration]

    var allOptions: [OptionDeclaration] { options + sharedOptions }
  }

  let sections: [Section]
  /// What can be found in notebooks and command lines, in order of the codes.
  let problems = [
    ProblemReferences.all, CommandProblem.reference, NewNotebookProblem.reference, ReferenceProblem.reference,
  ].flatMap(\.self).sorted { $0.code < $1.code }

  static let codesTopic = "codes"

  /// The directives, and then each kind in the order in which options name it, so that none is listed by hand.
  init() {
    let directives = Directives.catalogue
    var sections = [
      Section(
        subject: directives.subject,
        entries: Self.entries(of: directives.subject, directives.described) { Directives.cellOptions(of: $0) }
      )
    ]
    var next = 0
    while next < sections.count {
      for option in sections[next].entries.flatMap(\.options) {
        guard let (subject, members) = option.form.kind, !sections.contains(where: { $0.subject == subject })
        else { continue }
        sections.append(Section(subject: subject, entries: Self.entries(of: subject, members()) { _ in [] }))
      }
      next += 1
    }
    self.sections = sections
  }

  var entries: [Entry] { sections.flatMap(\.entries) }

  private static func entries(
    of subject: String, _ members: [CatalogueMember], sharedOptions: (String) -> [OptionDeclaration]
  ) -> [Entry] {
    members.map { member in
      Entry(
        subject: subject, name: member.name, abstract: member.abstract, options: member.options(),
        sharedOptions: sharedOptions(member.name))
    }
  }
}

extension OptionForm {
  /// The kind whose members may stand in the option, alone or as elements.
  var kind: (subject: String, members: @Sendable () -> [CatalogueMember])? {
    switch self {
    case .member(let subject, let members): (subject, members)
    case .list(let element), .mapping(let element): element.kind
    default: nil
    }
  }
}
