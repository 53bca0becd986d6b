import Diagnostics

/// Why a notebook's file cannot be read.
package enum NotebookFileProblem: Problem {
  /// The files beside it that may have been meant.
  case missing(String, known: [String])
  case unreadable(reason: String)
  case isUTF16
  case notUTF8(byte: UInt8)
  case empty
  case otherName
  /// It is a folder without any.
  case noNotebooks
  case notAFile
  /// A link out of the folder in which it was found.
  case leadsElsewhere
  case standardInput
  case tooLarge(limit: Int)

  package var code: String {
    switch self {
    case .missing: "TB-N-101"
    case .unreadable: "TB-N-103"
    case .isUTF16: "TB-N-104"
    case .notUTF8: "TB-N-105"
    case .empty: "TB-N-106"
    case .otherName: "TB-N-107"
    case .noNotebooks: "TB-N-102"
    case .notAFile: "TB-N-108"
    case .standardInput: "TB-N-109"
    case .tooLarge: "TB-N-110"
    case .leadsElsewhere: "TB-N-111"
    }
  }

  package var message: String {
    switch self {
    case .missing(let name, let known): "there is no file of this name" + didYouMean(name, known)
    case .unreadable(let reason): "the file cannot be read: \(reason)"
    case .isUTF16: "the file is UTF-16, not UTF-8"
    case .notUTF8(let byte): "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8"
    case .empty: "the file is empty"
    case .otherName: "a notebook's name ends in .md"
    case .noNotebooks: "this is a folder that holds no notebooks (*.md)"
    case .notAFile: "this is not a regular file"
    case .standardInput: "notebooks are read from files, not from standard input"
    case .leadsElsewhere: "this is a link that leads out of its folder, and it is not followed"
    case .tooLarge(let limit): "the file is larger than \(ByteCount.text(limit))"
    }
  }

  package var help: String? {
    switch self {
    case .missing: "check the path's spelling"
    case .unreadable: "check who may read it"
    case .isUTF16, .notUTF8: "save it as UTF-8"
    case .empty: "a notebook is a Markdown text with cells such as ```{fit} name"
    case .otherName, .noNotebooks: nil
    case .leadsElsewhere: "name the file that is meant itself"
    case .tooLarge: "split it into several notebooks, or keep data in files of its own"
    case .notAFile, .standardInput: "save the notebook in a file that ends in .md"
    }
  }
}
