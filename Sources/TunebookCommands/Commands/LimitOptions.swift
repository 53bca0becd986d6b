import ArgumentParser
import Foundation
import NotebookRunner

/// The options that limit the resources of notebooks.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The memory limit for data, networks and results, such as 500MB or 4GB; by default, three quarters of the free memory.",
      valueName: "size"), transform: ByteSize.init)
  var maxMemory: ByteSize?

  @Flag(
    help: ArgumentHelp(
      "Hold notebooks from strangers to small limits, as a service should.",
      discussion: """
        At most 1 GB of memory, 60 s for a notebook, 64 MB for a data file, 1 MB for a notebook and 5 MB for a page; no \
        path outside the notebook's folder, no network, and no stored results. --max-memory and --max-time set other \
        limits. What does not fit is refused with its place and exit code 2; a run that is stopped exits with 1.
        """))
  var untrusted = false

  /// The limits that result from the options.
  var limits: Limits {
    var limits = untrusted ? Limits.untrusted : .standard
    if let maxMemory { limits.memory = maxMemory.bytes }
    return limits
  }
}
