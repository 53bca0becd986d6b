import Datasets
import NotebookSyntax

/// The bounds of a run: the resources that a notebook may take, and the places that it may reach.
///
/// The command line makes one value, and everything else reads it.
package struct Limits: Sendable, Hashable {
  /// The most bytes of memory that data, networks and results may take together.
  package var memory: Int
  /// The seconds after which a run ends; `nil` if it may take any time.
  package var seconds: Double?
  /// The most bytes of a data file on disk.
  package var dataFileBytes: Int
  /// The most bytes of a notebook.
  package var notebookBytes: Int
  /// The most bytes of a page.
  package var pageBytes: Int
  /// A Boolean value that indicates whether data sets may be downloaded.
  package var allowsNetwork: Bool
  /// A Boolean value that indicates whether the command line may let notebooks read outside their folders.
  package var allowsOutsidePaths: Bool
  /// A Boolean value that indicates whether the store beside the notebook is read and written.
  package var usesStore: Bool

  /// The share of the free memory that a run may take by default.
  private static let memoryShare = 0.75

  /// The bounds for the user's own notebooks, on this machine in its current state.
  package static var standard: Limits {
    Limits(
      memory: Int((FreeMemory.ofProcess * memoryShare).rounded(.down)), seconds: nil,
      dataFileBytes: DataLimits().fileBytes, notebookBytes: NotebookFile.sizeLimit, pageBytes: 20_000_000,
      allowsNetwork: true, allowsOutsidePaths: true, usesStore: true)
  }

  /// The bounds for notebooks from strangers, such as a service runs: a minute, small files, nothing outside
  /// the notebook's folder, and a gigabyte of memory or the standard share of what is free if that is less.
  package static var untrusted: Limits {
    var limits = standard
    limits.memory = min(limits.memory, 1_000_000_000)
    limits.seconds = 60
    limits.dataFileBytes = 64_000_000
    limits.notebookBytes = 1_000_000
    limits.pageBytes = 5_000_000
    limits.allowsNetwork = false
    limits.allowsOutsidePaths = false
    limits.usesStore = false
    return limits
  }

  /// The part of the bounds that concerns data files.
  package var data: DataLimits { DataLimits(fileBytes: dataFileBytes, memory: memory) }
}

extension DatasetLocations {
  /// Restricts the reading of data sets to the given bounds.
  package mutating func restrict(to limits: Limits) {
    self.limits = limits.data
    if !limits.allowsNetwork { downloads.isAllowed = false }
    if !limits.allowsOutsidePaths { isConfined = true }
  }
}
