import Diagnostics
import NotebookRunner

extension Reference {
  /// The problems in notebooks and command lines, in order of their codes.
  var problems: [ProblemReference] {
    [
      ProblemReferences.all, LinkProblem.reference, CommandProblem.reference, NewNotebookProblem.reference,
      ReferenceProblem.reference,
    ].flatMap(\.self).sorted { $0.code < $1.code }
  }

  static let codesTopic = "codes"
}
