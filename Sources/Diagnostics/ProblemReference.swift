/// What the reference says of a code: the rule behind it, and why there is one.
package struct ProblemReference: Sendable {
  package let code: String
  /// What must hold, as a heading.
  package let rule: String
  /// Why it must, or how it mostly comes to be broken.
  package let reason: String
  package let wrong: NotebookExample?
  package let right: NotebookExample?

  package init(
    _ code: String, _ rule: String, _ reason: String, wrong: NotebookExample? = nil,
    right: NotebookExample? = nil
  ) {
    self.code = code
    self.rule = rule
    self.reason = reason
    self.wrong = wrong
    self.right = right
  }
}
