import ArgumentParser
import Diagnostics
import Foundation
import NotebookRunner

/// The options of the commands that use stored results.
struct StoreOptions: ParsableArguments {
  /// The value of `--refresh` without a cell.
  static let allCells = "*"

  @Flag(help: "Compute everything, and store nothing.")
  var noCache = false

  @Option(
    help: ArgumentHelp(
      "Compute these cells again, separated by commas; --refresh alone computes all.", valueName: "cell"))
  var refresh: [String] = []

  func validate() throws {
    if noCache, !refresh.isEmpty {
      throw ValidationError("--no-cache computes everything already: leave out --refresh.")
    }
  }

  private var cells: [String] { refresh.flatMap { $0.split(separator: ",").map(String.init) } }

  /// - Throws: a problem if none of the notebooks has a cell named by `--refresh`.
  func check(_ notebooks: [LoadedNotebook]) throws(CommandProblem) {
    let known = notebooks.flatMap { $0.plan?.cells.map(\.displayName) ?? [] }
    if let unknown = cells.first(where: { $0 != Self.allCells && !known.contains($0) }) {
      throw .noSuchCell(unknown, known: known.withoutRepetition)
    }
  }

  func store(
    forNotebookAt path: String, in location: StoreLocationOptions, cache: TrainingCache?,
    isReadOnly: Bool = false
  ) -> ResultStore {
    if noCache { return ResultStore(nil) }
    let refresh: Refresh = cells.contains(Self.allCells) ? .everything : .cells(Set(cells))
    return location.results(
      forNotebookAt: path, cache: cache, refresh: refresh, isReadOnly: isReadOnly)
  }
}

extension ResultStore {
  /// Completes the use of the store by a run, and prints its problems.
  func finish() {
    trim()
    printProblems()
  }

  /// Prints the problems of the store, and those of the cache once for all notebooks.
  func printProblems() {
    for problem in problems { Console.print(problem, severity: .warning) }
    cache?.printProblems()
  }
}

extension TrainingCache {
  func printProblems() {
    for problem in takeProblems() { Console.print(problem, severity: .warning) }
  }
}
