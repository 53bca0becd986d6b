import Files
import Foundation

/// The places where data sets are searched, in order, and the rules for downloads.
package struct DatasetLocations: Sendable {
  /// The folder of the notebook, to which its paths are relative.
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
  /// The folder in which downloads are kept.
  package var cacheFolder: URL
  /// The addresses of folders with the MNIST files, in the order in which they are tried.
  package var mirrors: [URL]
  package var downloads: DownloadPolicy
  /// The limits for reading data files.
  package var limits = DataLimits()
  /// A closure that receives the progress of describing a data set, often and from any thread.
  package var progress: @Sendable (DatasetProgress) -> Void = { _ in }
  /// A closure that receives, during planning, the files that cells read, whether they exist or not.
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

  /// Creates locations from the environment: `TUNEBOOK_DATA`, `TUNEBOOK_OFFLINE`, `XDG_CACHE_HOME`.
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
    downloads.isAllowed = !Self.isOffline(environment)
  }

  /// Returns whether `TUNEBOOK_OFFLINE` forbids the use of the network.
  package static func isOffline(_ environment: [String: String]) -> Bool {
    let offline = environment["TUNEBOOK_OFFLINE"] ?? ""
    return !offline.isEmpty && offline != "0"
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

/// The rules for downloads: whether they are allowed, and when they time out.
package struct DownloadPolicy: Sendable, Hashable {
  package var isAllowed = true
  /// The number of seconds to wait for the first answer of a server.
  package var connectTimeout = 4.0
  /// The number of seconds without a byte after which a transfer is stalled.
  package var stallTimeout = 20.0
  /// The number of seconds after which a transfer is ended, however it goes on; `nil` for any number.
  package var totalTimeout: Double?
  /// A Boolean value that indicates whether a server may lead to another address.
  package var followsRedirects = true

  package init() {}
}
