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
  /// The option that names a file, and the number of notebooks.
  case severalResults(String, Int)
  /// A file for the trials of a notebook without sweeps.
  case noTrials(String)
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
  /// The notebook that heads an index, and its folder.
  case indexWithoutCards(String, folder: String)

  var record: ProblemRecord {
    switch self {
    case .unknownCommand(let name, let known):
      ProblemRecord(
        "TB-C-201", "there is no command \"\(name)\"" + didYouMean(name, known),
        help: "commands: \(known.joined(separator: ", "))", rule: "The command exists",
        reason: "`tunebook --help` says what each does.")
    case .notebookWithoutCommand(let path):
      ProblemRecord(
        "TB-C-202", "a command is missing before the notebook \(path)", help: "tunebook run \(path)",
        rule: "A command comes before the notebook",
        reason: "Checking, planning and running are different tasks, and running may take long.")
    case .noDataFolder(let path):
      ProblemRecord(
        "TB-C-203", "the data folder \"\(path)\" does not exist", help: "check the path given to --data-dir",
        rule: "--data-dir names an existing folder",
        reason: "A mistyped path must not lead to a download of what is already on this machine.")
    case .noAllowedFolder(let path):
      ProblemRecord(
        "TB-C-251", "--allow-path names a folder that does not exist: \"\(path)\"",
        help: "check the name, and TUNEBOOK_ALLOW_PATH if it is set",
        rule: "A folder that notebooks may reach exists",
        reason: "A mistyped name would show only later, as a file that a notebook may not read.")
    case .emptyOutput:
      ProblemRecord(
        "TB-C-204", "--output is empty",
        help: "leave it out for Output, or give . for the current folder", rule: "The output has a name",
        reason: "Usually a shell variable was empty.")
    case .fileInsteadOfFolder(let file, let path):
      ProblemRecord(
        "TB-C-205",
        file == path
          ? "\(file) is a file, not a folder" : "\(path) cannot be written: \(file) is a file, not a folder",
        help: "choose another place", rule: "No file is where a folder must be",
        reason: "The file is not replaced, since somebody may want to keep it.")
    case .folderInsteadOfFile(let path):
      ProblemRecord(
        "TB-C-206", "\(path) cannot be written: there is a folder with that name",
        help: "choose another place", rule: "No folder is where a file must be",
        reason: "A folder is never replaced, whatever is in it.")
    case .cannotWrite(let path, let reason):
      ProblemRecord(
        "TB-C-207", "\(path) cannot be written: \(reason)", help: "choose another place",
        rule: "The files that a command makes can be written",
        reason: "The message gives the system's reason. Pages are replaced as a whole, so the old one is "
          + "still intact.")
    case .foreignFile(let path):
      ProblemRecord(
        "TB-C-252", "\(path) is not overwritten: tunebook did not write it",
        help: "choose another place, or replace it with --overwrite",
        rule: "Only files that tunebook wrote are replaced",
        reason: "Pages, results and weights carry a mark by which tunebook recognizes them. A file of the "
          + "same name without the mark is replaced only with --overwrite.")
    case .givenTwice(let path):
      ProblemRecord(
        "TB-C-208", "the notebook \(path) is given twice", help: "name it once",
        rule: "A notebook is named once", reason: "Run twice, it would give the same page, byte for byte.")
    case .samePage(let name, let one, let other):
      ProblemRecord(
        "TB-C-209", "\(one) and \(other) would both be written to \(name)",
        help: "run them one by one, each with its own --output", rule: "Each notebook has a page of its own",
        reason: "Pages are named after notebooks, and two with the same name in different folders would "
          + "overwrite each other.")
    case .pageNameTooLong(let name):
      ProblemRecord(
        "TB-C-210",
        "the page's name, which contains all parameters that were set, would be too long: \(name)",
        help: "give the page a name of your own: `-o my-page.html`",
        rule: "The file system accepts a page's name",
        reason: "It contains all parameters that were set, which may be too many or too long; most systems "
          + "allow 255 bytes.")
    case .severalPages(let count, let place):
      ProblemRecord(
        "TB-C-211", "\(place) takes one page, and there are \(count) notebooks",
        help: "run them one by one, or give a folder", rule: "A file and standard output take one page",
        reason: "Two in a row would not be a document.")
    case .noTrials(let path):
      ProblemRecord(
        "TB-C-253", "--trials writes the trials of sweeps, and \(path) has none",
        help: "leave it out; --results writes the results of all cells",
        rule: "A file of trials needs a notebook with a sweep",
        reason: "An empty table would hide that the wrong notebook was named.")
    case .severalResults(let option, let count):
      ProblemRecord(
        "TB-C-212", "\(option) names one file, and there are \(count) notebooks",
        help: "run them one by one", rule: "A file of results is for one notebook",
        reason: "It names the notebook's cells, and another notebook may have cells with the same names.")
    case .noSuchCell(let name, let known):
      ProblemRecord(
        "TB-C-213", "--refresh: there is no cell \"\(name)\"" + didYouMean(name, known),
        help: "cells: \(known.joined(separator: ", "))", rule: "A cell to be refreshed exists",
        reason: "--refresh=name takes names of cells; --refresh alone computes everything again.")
    case .detachedRefresh(let name):
      ProblemRecord(
        "TB-C-219", "there is no notebook \"\(name)\", the word after --refresh",
        help: "write an equals sign before the name of a cell: --refresh=\(name)",
        rule: "Cells to be refreshed follow an equals sign",
        reason: "`--refresh` can be used without a cell, so a word after it is a notebook.")
    case .indexWithoutCards(let path, let folder):
      ProblemRecord(
        "TB-C-224", "\(path) introduces the index of its folder, whose cards come from the other notebooks",
        help: "run the folder: tunebook run \(shellWord(folder))",
        rule: "An index is written with all of its notebooks",
        reason: "A card shows the result of a notebook. By itself, `index.md` would replace the index with a "
          + "page without cards.")
    case .outputIsNoPage(let path, let ending):
      ProblemRecord(
        "TB-C-220", "--output takes a folder or a file that ends in .html, and \(path) ends in .\(ending)",
        help: "write \(path.dropLast(ending.count))html", rule: "A page is HTML",
        reason: "For PDF, print it in a browser. A folder may have any name, but a new one would hardly be "
          + "named like a file of another kind.")
    case .nothingAtPath(let path):
      ProblemRecord(
        "TB-C-214", "there is no notebook or folder \"\(path)\"",
        help: "name a notebook, or the folder that contains it",
        rule: "What is to be cleaned is a notebook or a folder",
        reason: "Stored results are beside notebooks, in .tunebook.")
    case .tooLong(let limit, let expected):
      ProblemRecord(
        "TB-C-215", "--max-time allows \(limit), and the run would take about \(expected); nothing was run",
        help: "tunebook plan shows how long each cell takes", rule: "A run takes no longer than it may",
        reason: "--max-time compares a forecast from earlier runs with the limit, and starts nothing that "
          + "will not end in time.")
    case .unknownTime(let limit, let cells):
      ProblemRecord(
        "TB-C-216",
        "--max-time allows \(limit), and how long \(cells.joined(separator: ", ")) takes is not known; "
          + "nothing was run",
        help: "run once without --max-time, or bring the data to this machine first",
        rule: "The length of a run with a time limit is known",
        reason: "With --max-time, a run whose length cannot be forecast is not started; one run is enough to "
          + "measure it.")
    case .previewsOne:
      ProblemRecord(
        "TB-C-217", "preview shows one notebook", help: "name one file; tunebook run renders several",
        rule: "A preview shows one notebook",
        reason: "It runs the notebook whenever it is saved, and shows its page.")
    case .cannotServe(let port, let reason):
      ProblemRecord(
        "TB-C-218", "port \(port) cannot be used: \(reason)",
        help: "give another with --port, or --port 0 for a free one", rule: "A preview's port is free",
        reason: "Usually another preview is using it; ports below 1024 are reserved for the system.")
    case .pageCut(let path, let missing):
      ProblemRecord(
        "TB-C-241",
        "\(path) would be longer than \(RenderedPage.byteLimit / 1_000_000) MB, so it lacks "
          + missing.prefix(5).joined(separator: ", ")
          + (missing.count > 5 ? " and \(missing.count - 5) more" : ""),
        help: "show less: `output: false` in a cell, fewer samples or classes, or several notebooks",
        rule: "Browsers can show the page",
        reason: "Beyond about 20 MB they become slow or give up. Whatever does not fit is left out, and the "
          + "page says so in its place.")
    }
  }

  static let references = [
    reference(of: unknownCommand), reference(of: notebookWithoutCommand), reference(of: noDataFolder),
    reference(of: noAllowedFolder), reference(of: emptyOutput), reference(of: fileInsteadOfFolder),
    reference(of: folderInsteadOfFile), reference(of: cannotWrite), reference(of: foreignFile),
    reference(of: givenTwice), reference(of: samePage), reference(of: pageNameTooLong),
    reference(of: severalPages), reference(of: severalResults), reference(of: noTrials),
    reference(of: noSuchCell),
    reference(of: detachedRefresh), reference(of: outputIsNoPage), reference(of: nothingAtPath),
    reference(of: tooLong), reference(of: unknownTime), reference(of: previewsOne),
    reference(of: cannotServe), reference(of: pageCut), reference(of: indexWithoutCards),
  ]
}
