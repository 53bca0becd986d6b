import Foundation
import Options

/// The handwritten digits of LeCun, Cortes and Burges, from a folder, from the cache, or downloaded.
package struct MNIST: Dataset {
  package static let name = "mnist"
  package static let abstract =
    "MNIST: 60,000 training and 10,000 test images of handwritten digits, 28×28, downloaded if missing."
  package static let exampleLoading: OptionValue = [
    "fallback": "digits", "scale": "1/255", "limit": 500, "test_limit": 100,
  ]

  /// The public mirrors of the files, in the order in which they are tried.
  package static let mirrors = [
    "https://storage.googleapis.com/cvdf-datasets/mnist",
    "https://ossci-datasets.s3.amazonaws.com/mnist",
  ].compactMap { URL(string: $0) }

  static let classNames = (0...9).map(String.init)

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func describe(in locations: DatasetLocations) throws(DatasetFailure) -> DatasetDescription {
    do {
      if let files = try Self.check(in: locations) {
        let unofficial = try Self.digests(of: files).unofficialLabels
        let concerns = Self.labels(in: files).filter { unofficial.contains($0.file) }.prefix(1).map {
          DataConcern.unofficialFile($0.labels.path, dataset: "MNIST")
        }
        return try files.describe(names: Self.classNames, concerns: concerns)
      }
    } catch {
      throw DatasetFailure(error)
    }
    // Only the official files are accepted as downloads, so their digests are known.
    return DatasetDescription(
      sampleShape: [28, 28], classNames: Self.classNames, trainingCount: 60_000, testCount: 10_000,
      reach: .bytes, numberBytes: 1,
      identity: MNISTFile.allCases.map(\.archiveDigest).joined(separator: " "))
  }

  package func files(in locations: DatasetLocations) -> [URL] {
    let urls = (try? Self.locate(in: locations)) ?? [:]
    return MNISTFile.allCases.compactMap { urls[$0] }
  }

  /// Returns the files on this machine, checked to be complete; `nil` if there are none.
  private static func check(in locations: DatasetLocations) throws(DatasetProblem) -> LabeledFileSet? {
    guard let urls = try locate(in: locations) else { return nil }
    let files = try open(urls, within: locations.limits)
    for labels in [files.training.labels, files.test?.labels] {
      _ = try labels?.labels(classes: classNames.count)
    }
    return files
  }

  package func mayBeHad(in locations: DatasetLocations) -> Bool {
    locations.downloads.isAllowed || (try? Self.locate(in: locations)) != nil
  }

  package func obtain(
    from locations: DatasetLocations, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) {
    if try Self.locate(in: locations) != nil { return }
    try await download(into: Self.cache(locations), locations, progress)
  }

  package func load(
    from locations: DatasetLocations, seed: UInt64, progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) -> LoadedDataset {
    try await obtain(from: locations, progress: progress)
    guard let urls = try Self.locate(in: locations) else { throw .offline(dataset: "MNIST") }
    let files = try Self.open(urls, within: locations.limits)
    return try files.load(
      names: Self.classNames, origin: try Self.digests(of: files).origin, progress: progress)
  }

  private static func cache(_ locations: DatasetLocations) -> URL {
    locations.cacheFolder.appendingPathComponent("mnist", isDirectory: true)
  }

  /// Returns the folder in which `load` will find the complete files; `nil` if it will download them.
  package static func folder(in locations: DatasetLocations) throws(DatasetProblem) -> URL? {
    _ = try check(in: locations)
    return try locate(in: locations)?[.trainingImages]?.deletingLastPathComponent()
  }

  /// Returns the places of the four files; `nil` if they are not on this machine.
  private static func locate(in locations: DatasetLocations) throws(DatasetProblem) -> [MNISTFile: URL]? {
    if let folder = locations.dataFolder, !FileManager.default.fileExists(atPath: folder.path) {
      throw .dataFolderNotFound(folder.path)
    }
    for folder in [locations.dataFolder, locations.environmentFolder].compactMap(\.self) {
      for place in [folder, folder.appendingPathComponent("mnist", isDirectory: true)] {
        let found = find(in: place)
        if found.count == MNISTFile.allCases.count { return found }
        if !found.isEmpty {
          let missing = MNISTFile.allCases.filter { found[$0] == nil }.map(\.archiveName)
          throw .incompleteFolder(place.path, missing: missing)
        }
      }
    }
    // An incomplete cache is not a mistake: missing files are downloaded.
    let found = find(in: cache(locations))
    return found.count == MNISTFile.allCases.count ? found : nil
  }

  private static func find(in folder: URL) -> [MNISTFile: URL] {
    var found: [MNISTFile: URL] = [:]
    for file in MNISTFile.allCases { found[file] = file.find(in: folder) }
    return found
  }

  private static func open(
    _ urls: [MNISTFile: URL], within limits: DataLimits
  ) throws(DatasetProblem) -> LabeledFileSet {
    func open(_ file: MNISTFile) throws(DatasetProblem) -> IDXFile {
      guard let url = urls[file] else { throw .fileNotFound(file.archiveName, known: []) }
      return try IDXFile(contentsOf: url, as: file.role, within: limits)
    }
    return try LabeledFileSet(
      training: LabeledFiles(samples: open(.trainingImages), labels: open(.trainingLabels)),
      test: LabeledFiles(samples: open(.testImages), labels: open(.testLabels)))
  }

  private static func digests(of files: LabeledFileSet) throws(DatasetProblem) -> MNISTDigests {
    let found = (files.training.files + (files.test?.files ?? [])).map(\.digest)
    var unpacked: [MNISTFile: String] = [:]
    for (file, labels) in labels(in: files) where !file.isPublished(labels.bytes.digest) {
      unpacked[file] = try labels.contentDigest()
    }
    return MNISTDigests(
      files: Dictionary(zip(MNISTFile.allCases, found)) { first, _ in first }, unpackedLabels: unpacked)
  }

  private static func labels(in files: LabeledFileSet) -> [(file: MNISTFile, labels: IDXFile)] {
    [(.trainingLabels, files.training.labels)] + (files.test.map { [(.testLabels, $0.labels)] } ?? [])
  }

  private func download(
    into folder: URL, _ locations: DatasetLocations, _ progress: @escaping @Sendable (DatasetProgress) -> Void
  ) async throws(DatasetProblem) {
    guard locations.downloads.isAllowed else { throw .offline(dataset: "MNIST") }
    let downloader = Downloader(policy: locations.downloads)
    for file in MNISTFile.allCases where file.find(in: folder) == nil {
      let target = folder.appendingPathComponent(file.archiveName)
      let remote = RemoteFile(
        sources: locations.mirrors.map { $0.appendingPathComponent(file.archiveName) },
        digest: file.archiveDigest, size: file.archiveSize)
      do throws(DownloadError) {
        try await downloader.download(remote, to: target) { received in
          progress(.downloading(file: file.archiveName, received: received, total: file.archiveSize))
        }
      } catch {
        switch error {
        case .failed(let failures): throw .downloadFailed(dataset: "MNIST", failures)
        case .cannotWrite(let reason): throw .cannotWrite(target.path, reason: reason)
        case .cancelled: throw .cancelled(dataset: "MNIST")
        }
      }
    }
  }
}
