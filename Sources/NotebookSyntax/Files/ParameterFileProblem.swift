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
        reason: "One YAML or JSON file sets parameters for all notebooks that are run.")
    case .empty:
      ProblemRecord(
        "TB-C-112", "the file sets no parameter",
        help: "write each as in `learning_rate: 0.01`, on a line of its own",
        rule: "A file of parameters sets at least one",
        reason: "An empty file is usually a mistake, such as a file that was not saved. To set none, leave "
          + "out --params.")
    case .noMapping:
      ProblemRecord(
        "TB-C-113", "a file of parameters must be names with values",
        help: "write each as in `learning_rate: 0.01`, on a line of its own",
        rule: "A file of parameters is names with values",
        reason: "They are written as below `params` in a notebook's front matter, without declarations: "
          + "`rounds: 10`, each on its own line.")
    case .tooLarge(let limit):
      ProblemRecord(
        "TB-C-114", "the file is larger than \(limit / 1_000_000) MB",
        help: "a file of parameters sets a few dozen names; check whether another file was meant",
        rule: "A file of parameters is no larger than 1 MB",
        reason: "It sets a few names. A larger file was usually given by mistake.")
    }
  }

  package static let references = [
    reference(of: isFolder), reference(of: empty), reference(of: noMapping), reference(of: tooLarge),
  ]
}
