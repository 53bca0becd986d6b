import Diagnostics
import NotebookRunner

extension Reference {
  /// The problems in notebooks and command lines, in order of their codes.
  var problems: [ProblemReference] {
    [
      ProblemReferences.all, LinkProblem.references, CommandProblem.references, ClusterProblem.references,
      NewNotebookProblem.references, ReferenceProblem.references,
    ].flatMap(\.self).sorted { $0.code < $1.code }
  }

  static let codesTopic = "codes"
}
