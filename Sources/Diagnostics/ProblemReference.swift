/// What the reference says of a code: the rule behind it, and why there is one.
package struct ProblemReference: Sendable {
  package let code: String
  /// What must hold, as a heading.
  package let rule: String
  /// Why it must, or how it mostly comes to be broken.
  package let reason: String
  package let wrong: Example?
  package let right: Example?

  package init(
    _ code: String, _ rule: String, _ reason: String, wrong: Example? = nil, right: Example? = nil
  ) {
    self.code = code
    self.rule = rule
    self.reason = reason
    self.wrong = wrong
    self.right = right
  }

  /// A piece of a notebook.
  package struct Example: Sendable {
    package let text: String
    /// Whether it is a notebook by itself, rather than one that goes on behind a few cells.
    package let isWhole: Bool

    /// A notebook of its own.
    package static func whole(_ text: String) -> Example { Example(text: text, isWhole: true) }

    /// What goes on where data is loaded and a first fit trained.
    package static func text(_ text: String) -> Example { Example(text: text, isWhole: false) }

    package static func cell(_ heading: String, _ body: String) -> Example {
      .text("```\(heading)\n\(body)\n```")
    }

    /// A fit that changes something of the first.
    package static func fit(_ options: String) -> Example { .cell("{fit} slow", "from: fast\n" + options) }

    /// What stands in a notebook one after the other.
    package static func + (one: Example, next: Example) -> Example { .text(one.text + "\n\n" + next.text) }

    /// A fit of another model.
    package static func fit(of model: String) -> Example { .fit("model: \(model)") }
  }
}
