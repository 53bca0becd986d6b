import ArgumentParser
import Foundation

/// The `--jobs` option of the commands that compute cells or estimate the time for it.
struct JobsOption: ParsableArguments {
  @Option(
    name: .customLong("jobs"), parsing: .unconditional,
    help: "The number of cells computed at once; by default, one for each core.", transform: Self.number)
  private(set) var given: Int?

  var count: Int { given ?? ProcessInfo.processInfo.activeProcessorCount }

  private static func number(_ argument: String) throws -> Int {
    guard let jobs = Int(argument), jobs >= 1 else {
      throw ValidationError("--jobs must be a whole number of at least 1, not \(argument).")
    }
    return jobs
  }
}
