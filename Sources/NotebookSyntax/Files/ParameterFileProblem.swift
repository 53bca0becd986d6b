import Diagnostics

/// What can be wrong with a file of parameters as a whole; its YAML is checked as that of notebooks is.
package enum ParameterFileProblem: Problem {
  case isFolder
  case empty
  case noMapping
  case tooLarge(limit: Int)

  package var code: String {
    switch self {
    case .isFolder: "TB-C-111"
    case .empty: "TB-C-112"
    case .noMapping: "TB-C-113"
    case .tooLarge: "TB-C-114"
    }
  }

  package var message: String {
    switch self {
    case .isFolder: "this is a folder, and a file of parameters must stand here"
    case .empty: "the file sets no parameter"
    case .noMapping: "a file of parameters must be names with values"
    case .tooLarge(let limit): "the file is larger than \(limit / 1_000_000) MB"
    }
  }

  package var help: String? {
    switch self {
    case .isFolder: nil
    case .tooLarge: "a file of parameters sets some dozens of names; see whether another file was meant"
    case .empty, .noMapping: "write each as in `learning_rate: 0.01`, on a line of its own"
    }
  }
}
