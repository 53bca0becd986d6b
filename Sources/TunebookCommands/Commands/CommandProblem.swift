import Diagnostics
import NotebookReport

/// A mistake on the command line that the argument parser cannot detect.
enum CommandProblem: Problem, Error {
  case unknownCommand(String, known: [String])
  case notebookWithoutCommand(String)
  case noDataFolder(String)
  case noAllowedFolder(String)
  case emptyOutput
  /// A file is in the place of a folder.
  case fileInsteadOfFolder(String, for: String)
  case folderInsteadOfFile(String)
  case cannotWrite(String, reason: String)
  /// An existing file must not be replaced.
  case foreignFile(String)
  case givenTwice(String)
  case samePage(String, one: String, other: String)
  case pageNameTooLong(String)
  case severalPages(Int, on: String)
  case severalResults(Int)
  /// The name given to `--refresh`, and the names of the cells.
  case noSuchCell(String, known: [String])
  /// A word after `--refresh` that is not a notebook.
  case detachedRefresh(String)
  /// An output name with the extension of another kind of file.
  case outputIsNoPage(String, ending: String)
  case nothingAtPath(String)
  /// The limit of `--max-time`, and the expected time.
  case tooLong(limit: String, expected: String)
  case unknownTime(limit: String, cells: [String])
  case previewsOne
  case cannotServe(port: UInt16, reason: String)
  /// The file of a page, and the parts that did not fit.
  case pageCut(String, missing: [String])

  var code: String {
    switch self {
    case .unknownCommand: "TB-C-201"
    case .notebookWithoutCommand: "TB-C-202"
    case .noDataFolder: "TB-C-203"
    case .emptyOutput: "TB-C-204"
    case .fileInsteadOfFolder: "TB-C-205"
    case .folderInsteadOfFile: "TB-C-206"
    case .cannotWrite: "TB-C-207"
    case .givenTwice: "TB-C-208"
    case .samePage: "TB-C-209"
    case .pageNameTooLong: "TB-C-210"
    case .severalPages: "TB-C-211"
    case .severalResults: "TB-C-212"
    case .noSuchCell: "TB-C-213"
    case .nothingAtPath: "TB-C-214"
    case .tooLong: "TB-C-215"
    case .unknownTime: "TB-C-216"
    case .previewsOne: "TB-C-217"
    case .cannotServe: "TB-C-218"
    case .pageCut: "TB-C-241"
    case .detachedRefresh: "TB-C-219"
    case .outputIsNoPage: "TB-C-220"
    case .noAllowedFolder: "TB-C-251"
    case .foreignFile: "TB-C-252"
    }
  }

  var message: String {
    switch self {
    case .unknownCommand(let name, let known):
      "there is no command \"\(name)\"" + didYouMean(name, known)
    case .notebookWithoutCommand(let path): "a command is missing before the notebook \(path)"
    case .noDataFolder(let path): "the data folder \"\(path)\" does not exist"
    case .noAllowedFolder(let path): "--allow-path names a folder that does not exist: \"\(path)\""
    case .foreignFile(let path): "\(path) is not overwritten: tunebook did not write it"
    case .emptyOutput: "--output names no folder and no file"
    case .fileInsteadOfFolder(let file, let path):
      file == path
        ? "\(file) is a file, not a folder" : "\(path) cannot be written: \(file) is a file, not a folder"
    case .folderInsteadOfFile(let path): "\(path) cannot be written: there is a folder of that name"
    case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)"
    case .givenTwice(let path): "the notebook \(path) is given twice"
    case .samePage(let name, let one, let other): "\(one) and \(other) would both be written to \(name)"
    case .pageNameTooLong(let name):
      "the page's name, which contains all parameters that were set, would be too long: \(name)"
    case .severalPages(let count, let place): "\(place) takes one page, and there are \(count) notebooks"
    case .severalResults(let count): "--results names one file, and there are \(count) notebooks"
    case .noSuchCell(let name, let known):
      "--refresh: there is no cell \"\(name)\"" + didYouMean(name, known)
    case .detachedRefresh(let name): "there is no notebook \"\(name)\", the word after --refresh"
    case .outputIsNoPage(let path, let ending):
      "--output takes a folder or a file that ends in .html, and \(path) ends in .\(ending)"
    case .tooLong(let limit, let expected):
      "--max-time allows \(limit), and the run would take about \(expected); nothing was run"
    case .unknownTime(let limit, let cells):
      "--max-time allows \(limit), and how long \(cells.joined(separator: ", ")) takes is not known; nothing was run"
    case .previewsOne: "preview shows one notebook"
    case .cannotServe(let port, let reason): "port \(port) cannot be used: \(reason)"
    case .pageCut(let path, let missing):
      "\(path) would be longer than \(RenderedPage.byteLimit / 1_000_000) MB, so that it lacks "
        + missing.prefix(5).joined(separator: ", ")
        + (missing.count > 5 ? " and \(missing.count - 5) more" : "")
    case .nothingAtPath(let path): "there is no notebook or folder \"\(path)\""
    }
  }

  var help: String? {
    switch self {
    case .unknownCommand(_, let known): "commands: \(known.joined(separator: ", "))"
    case .notebookWithoutCommand(let path): "tunebook run \(path)"
    case .noAllowedFolder: "check the name, and TUNEBOOK_ALLOW_PATH if it is set"
    case .foreignFile: "choose another place, or replace it with --overwrite"
    case .noDataFolder: "check the path given to --data-dir"
    case .emptyOutput: "leave it out for Output, or give . for the current folder"
    case .fileInsteadOfFolder, .folderInsteadOfFile, .cannotWrite: "choose another place"
    case .givenTwice: "name it once"
    case .samePage: "run them one by one, each with its own --output"
    case .pageNameTooLong: "give the page a name of your own: `-o my-page.html`"
    case .severalPages: "run them one by one, or give a folder"
    case .severalResults: "run them one by one"
    case .noSuchCell(_, let known): "cells: \(known.joined(separator: ", "))"
    case .detachedRefresh(let name): "write an equals sign before the name of a cell: --refresh=\(name)"
    case .outputIsNoPage(let path, let ending): "write \(path.dropLast(ending.count))html"
    case .tooLong: "tunebook plan shows how long each cell takes"
    case .unknownTime: "run once without --max-time, or bring the data to this machine first"
    case .previewsOne: "name one file; tunebook run renders several"
    case .cannotServe: "give another with --port, or --port 0 for a free one"
    case .pageCut: "show less: `output: false` in a cell, fewer samples or classes, or several notebooks"
    case .nothingAtPath: "name a notebook, or the folder that contains it"
    }
  }
}
