/// A piece of a notebook that shows how something is written.
package struct NotebookExample: Sendable {
  package let text: String
  /// True if it is a whole notebook, false if it continues one that has a few cells.
  package let isWhole: Bool

  /// Returns an example that is a whole notebook.
  package static func whole(_ text: String) -> NotebookExample { NotebookExample(text: text, isWhole: true) }

  /// Returns an example that continues a notebook in which data is loaded and a first fit is trained.
  package static func text(_ text: String) -> NotebookExample { NotebookExample(text: text, isWhole: false) }

  package static func cell(_ heading: String, _ body: String) -> NotebookExample {
    .text("```\(heading)\n\(body)\n```")
  }

  /// Returns two examples joined, one after the other.
  package static func + (one: NotebookExample, next: NotebookExample) -> NotebookExample {
    .text(one.text + "\n\n" + next.text)
  }
}
