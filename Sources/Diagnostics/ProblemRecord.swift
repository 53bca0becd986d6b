/// The text about a problem: its message and remedy, and the rule that it breaks.
package struct ProblemRecord: Sendable {
  /// The rule, which is the same for every problem with this code.
  package let reference: ProblemReference
  /// One sentence that says what is wrong, or what must hold.
  package let message: String
  /// The remedy, as an instruction.
  package let help: String?
  /// The probable correction, if it is clear.
  package let correction: Correction?
  /// The root of the problem, such as an unknown name, if it may appear in several places.
  package let cause: String?

  /// Creates a record with a rule of its own.
  package init(
    _ code: String, _ message: String, help: String? = nil, correction: Correction? = nil,
    cause: String? = nil, rule: String, reason: String, wrong: NotebookExample? = nil,
    right: NotebookExample? = nil
  ) {
    self.init(
      of: ProblemReference(code, rule, reason, wrong: wrong, right: right), message, help: help,
      correction: correction, cause: cause)
  }

  /// Creates a record of a rule that can be broken in several ways.
  package init(
    of reference: ProblemReference, _ message: String, help: String? = nil, correction: Correction? = nil,
    cause: String? = nil
  ) {
    self.reference = reference
    self.message = message
    self.help = help
    self.correction = correction
    self.cause = cause
  }
}
