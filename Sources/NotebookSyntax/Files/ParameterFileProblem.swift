import Diagnostics

/// A problem with a parameter file as a whole; its YAML is checked like that of notebooks.
package enum ParameterFileProblem: Problem {
  case isFolder
  case empty
  case noMapping
  case tooLarge(limit: Int)

  package var record: ProblemRecord {
    switch self {
    case .isFolder:
      ProblemRecord(
        "TB-C-111", "this is a folder, and a file of parameters is needed here",
        rule: "--params names a file",
        reason: "A single file of YAML or JSON sets parameters, for all notebooks of the call.")
    case .empty:
      ProblemRecord(
        "TB-C-112", "the file sets no parameter",
        help: "write each as in `learning_rate: 0.01`, on a line of its own",
        rule: "A file of parameters sets one at least",
        reason: "An empty one is taken for a mistake, such as a file that was not saved. Leave --params out "
          + "to set none.")
    case .noMapping:
      ProblemRecord(
        "TB-C-113", "a file of parameters must be names with values",
        help: "write each as in `learning_rate: 0.01`, on a line of its own",
        rule: "A file of parameters is names with values",
        reason: "As in a notebook's front matter below `params`, but for the declarations: `rounds: 10`, a "
          + "line each.")
    case .tooLarge(let limit):
      ProblemRecord(
        "TB-C-114", "the file is larger than \(limit / 1_000_000) MB",
        help: "a file of parameters sets some dozens of names; see whether another file was meant",
        rule: "A file of parameters is no larger than 1 MB",
        reason: "It sets some names. A larger file was usually named by mistake.")
    }
  }

  package static let references = [
    reference(of: isFolder), reference(of: empty), reference(of: noMapping), reference(of: tooLarge),
  ]
}
