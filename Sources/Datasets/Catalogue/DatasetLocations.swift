import Files
import Foundation

/// Where data sets are looked for, in order, and how those that are missing are downloaded.
package struct DatasetLocations: Sendable {
  /// What relative paths in the notebook are relative to.
  package var notebookFolder: URL
  /// The folder given as `--data-dir`.
  package var dataFolder: URL?
  /// The folder given as `TUNEBOOK_DATA`.
  package var environmentFolder: URL?
  /// The folders given as `--allow-path`.
  package var allowedFolders: [URL] = []
  /// A Boolean value that keeps the paths in a notebook in its own folder, whatever else is allowed.
  package var isConfined = false
  /// A Boolean value that lets a notebook replace files that Tunebook did not write.
  package var overwrites = false
  /// Where downloads are kept.
  package var cacheFolder: URL
  /// Folders of the web that hold the MNIST files, tried in order.
  package var mirrors: [URL]
  package var downloads: DownloadPolicy
  /// The bounds within which data files are read.
  package var limits = DataLimits()
  /// Told, from any thread and often, how far describing a data set has come that must be read for it.
  package var progress: @Sendable (DatasetProgress) -> Void = { _ in }
  /// Told, while a notebook is planned, of the files that its cells read, whether they are there or not.
  package var reads: @Sendable ([URL]) -> Void = { _ in }

  package init(
    notebookFolder: URL, dataFolder: URL? = nil, environmentFolder: URL? = nil, cacheFolder: URL,
    mirrors: [URL] = MNIST.mirrors, downloads: DownloadPolicy = DownloadPolicy()
  ) {
    self.notebookFolder = notebookFolder
    self.dataFolder = dataFolder
    self.environmentFolder = environmentFolder
    self.cacheFolder = cacheFolder
    self.mirrors = mirrors
    self.downloads = downloads
  }

  /// The locations that a process's environment sets: `TUNEBOOK_DATA`, `TUNEBOOK_OFFLINE`, `XDG_CACHE_HOME`.
  package init(
    notebookFolder: URL, dataFolder: URL?,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    func folder(_ variable: String) -> URL? {
      environment[variable].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0, isDirectory: true) }
    }
    let home = folder("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
    let caches = folder("XDG_CACHE_HOME") ?? home.appendingPathComponent(".cache", isDirectory: true)
    self.init(
      notebookFolder: notebookFolder, dataFolder: dataFolder, environmentFolder: folder("TUNEBOOK_DATA"),
      cacheFolder: caches.appendingPathComponent("tunebook", isDirectory: true))
    let offline = environment["TUNEBOOK_OFFLINE"] ?? ""
    downloads.isAllowed = offline.isEmpty || offline == "0"
  }

  /// The files that the notebook may read and write.
  package var reach: Reach {
    if isConfined { return Reach(home: notebookFolder) }
    let folders = [dataFolder, environmentFolder].compactMap(\.self) + allowedFolders
    return Reach(home: notebookFolder, others: folders, overwrites: overwrites)
  }
}

extension DatasetLocations {
  /// Returns the place of a file that the notebook names.
  func resolve(_ path: String) throws(DatasetProblem) -> URL {
    do throws(FileError) {
      return try reach.url(path)
    } catch {
      throw .outOfReach(path, reason: error.reason)
    }
  }
}

/// Whether to download, and when to give up.
package struct DownloadPolicy: Sendable, Hashable {
  package var isAllowed = true
  /// Seconds to wait for a server's first answer.
  package var connectTimeout = 4.0
  /// Seconds without a byte after which a transfer counts as stalled.
  package var stallTimeout = 20.0

  package init() {}
}
