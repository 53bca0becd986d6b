import ArgumentParser
import Foundation
import NotebookRunner

/// The bounds that a command holds notebooks to.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most memory that data, networks and results may take, such as 500MB or 4GB; three quarters of what is free where it is left out.",
      valueName: "size"), transform: Self.bytes)
  var maxMemory: Int?

  @Flag(
    help: ArgumentHelp(
      "Hold notebooks from strangers to small limits, as a service should.",
      discussion: """
        At most 1 GB of memory, 60 s for a notebook, 64 MB for a data file, 1 MB for a notebook and 5 MB for a page; no \
        path outside the notebook's folder, no network, and no stored results. --max-memory and --max-time set other \
        limits. What does not fit is refused with its place, exit code 2; a run that is ended exits with 1.
        """))
  var untrusted = false

  /// The bounds, with what the options set.
  var limits: Limits {
    var limits = untrusted ? Limits.untrusted : .standard
    if let maxMemory { limits.memory = maxMemory }
    return limits
  }

  static func bytes(_ argument: String) throws -> Int {
    let units: [(String, Double)] = [
      ("KIB", 1024), ("MIB", 1_048_576), ("GIB", 1_073_741_824), ("TIB", 1_099_511_627_776), ("KB", 1e3),
      ("MB", 1e6),
      ("GB", 1e9), ("TB", 1e12), ("K", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("B", 1),
    ]
    let text = argument.uppercased()
    let unit = units.first { text.hasSuffix($0.0) }
    let number = text.dropLast(unit?.0.count ?? 0).trimmingCharacters(in: .whitespaces)
    guard let value = Double(number), value > 0, case let bytes = value * (unit?.1 ?? 1), bytes >= 1,
      bytes < 1e18
    else { throw ValidationError("--max-memory is a size such as 500MB or 4GB, not \(argument).") }
    return Int(bytes)
  }
}
