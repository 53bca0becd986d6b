/// The entry for a code in the reference: a rule and the reason for it.
package struct ProblemReference: Sendable {
  package let code: String
  /// The requirement, as a heading.
  package let rule: String
  /// The reason for the rule, or the usual way of breaking it.
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
