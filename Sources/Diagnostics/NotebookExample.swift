/// A piece of a notebook that shows how something is written.
package struct NotebookExample: Sendable {
  package let text: String
  /// Whether it is a notebook by itself, rather than one that goes on behind a few cells.
  package let isWhole: Bool

  /// A notebook of its own.
  package static func whole(_ text: String) -> NotebookExample { NotebookExample(text: text, isWhole: true) }

  /// What goes on where data is loaded and a first fit trained.
  package static func text(_ text: String) -> NotebookExample { NotebookExample(text: text, isWhole: false) }

  package static func cell(_ heading: String, _ body: String) -> NotebookExample {
    .text("```\(heading)\n\(body)\n```")
  }

  /// What stands in a notebook one after the other.
  package static func + (one: NotebookExample, next: NotebookExample) -> NotebookExample {
    .text(one.text + "\n\n" + next.text)
  }
}
