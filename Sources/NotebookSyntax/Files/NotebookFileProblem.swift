import Diagnostics

/// A reason why a notebook's file cannot be read.
package enum NotebookFileProblem: Problem {
  /// There is no such file; beside it are files that may have been meant.
  case missing(String, known: [String])
  case unreadable(reason: String)
  case isUTF16
  case notUTF8(byte: UInt8)
  case empty
  case otherName
  /// The path is a folder without notebooks.
  case noNotebooks
  case notAFile
  /// The file is a link that leads out of the folder in which it was found.
  case leadsElsewhere
  case standardInput
  case tooLarge(limit: Int)

  package var record: ProblemRecord {
    switch self {
    case .missing(let name, let known):
      ProblemRecord(
        "TB-N-101", "there is no file of this name" + didYouMean(name, known),
        help: "check the path's spelling", rule: "The notebook exists",
        reason: "Paths are relative to the folder in which the command is run.")
    case .unreadable(let reason):
      ProblemRecord(
        "TB-N-103", "the file cannot be read: \(reason)", help: "check the file's permissions",
        rule: "The notebook can be read", reason: "Usually another user owns the file; `ls -l` says who.")
    case .isUTF16:
      ProblemRecord(
        "TB-N-104", "the file is UTF-16, not UTF-8", help: "save it as UTF-8",
        rule: "A notebook is UTF-8, not UTF-16",
        reason: "Some editors on Windows call this encoding Unicode. `iconv -f UTF-16 -t UTF-8` converts it.")
    case .notUTF8(let byte):
      ProblemRecord(
        "TB-N-105", "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8",
        help: "save it as UTF-8", rule: "A notebook is UTF-8",
        reason: "Older editors save in Latin-1 or Shift JIS; `iconv -f SHIFT_JIS -t UTF-8` converts the "
          + "latter.")
    case .empty:
      ProblemRecord(
        "TB-N-106", "the file is empty",
        help: "a notebook is a Markdown text with cells such as ```{fit} name",
        rule: "A notebook is not empty", reason: "`tunebook new my-notebook` writes one to start from.")
    case .otherName:
      ProblemRecord(
        "TB-N-107", "a notebook's name ends in .md", rule: "A notebook's name ends in .md",
        reason: "Editors and viewers then recognize it as Markdown, and a page given by mistake is not read "
          + "as a notebook.")
    case .noNotebooks:
      ProblemRecord(
        "TB-N-102", "this is a folder that holds no notebooks (*.md)",
        rule: "A folder that is named holds notebooks",
        reason: "All of its files that end in .md are taken; those in folders below it are not.")
    case .notAFile:
      ProblemRecord(
        "TB-N-108", "this is not a regular file", help: "save the notebook in a file that ends in .md",
        rule: "A notebook is a regular file",
        reason: "A pipe or a device can be read only once, and messages could not show places in it.")
    case .leadsElsewhere:
      ProblemRecord(
        "TB-N-111", "this is a link that leads out of its folder, and it is not followed",
        help: "name the file that the link leads to", rule: "A notebook that is found in a folder lies in it",
        reason: "A folder from elsewhere could bring a link to a file of yours, which a page would then "
          + "show. A notebook that you name yourself may be a link, except with --untrusted.")
    case .standardInput:
      ProblemRecord(
        "TB-N-109", "notebooks are read from files, not from standard input",
        help: "save the notebook in a file that ends in .md", rule: "A notebook is read from a file",
        reason: "Its folder is where its data, its stored results and its weights are.")
    case .tooLarge(let limit):
      ProblemRecord(
        "TB-N-110", "the file is larger than \(ByteCount.text(limit))",
        help: "split it into several notebooks, or keep data in files of its own",
        rule: "A notebook is no larger than allowed",
        reason: "The limit is 10 MB, longer than any book, and 1 MB with --untrusted. It keeps a file from "
          + "elsewhere from taking the memory and time of the person who opens it. Data belongs in files of "
          + "its own, which a `load` cell reads.")
    }
  }

  package static let references = [
    reference(of: missing), reference(of: unreadable), reference(of: isUTF16), reference(of: notUTF8),
    reference(of: empty), reference(of: otherName), reference(of: noNotebooks), reference(of: notAFile),
    reference(of: leadsElsewhere), reference(of: standardInput), reference(of: tooLarge),
  ]
}
