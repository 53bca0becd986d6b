import Datasets
import Engine
import Foundation
import TestSupport
import Testing

@Suite struct MNISTTests {
  private static let names = [
    "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte",
  ]

  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// A small copy: three training samples and two test samples of 2×2, every pixel of one value.
  private func writeCopy(
    to place: String, pixel: UInt8, _ name: (String) -> String = { $0 }, zipped: Bool = false
  ) throws {
    let files = [
      idx([3, 2, 2], [UInt8](repeating: pixel, count: 12)), idx([3], [7, 0, 9]),
      idx([2, 2, 2], [UInt8](repeating: pixel, count: 8)), idx([2], [1, 5]),
    ]
    for (file, bytes) in zip(Self.names, files) {
      try folder.write(zipped ? gzip(bytes) : bytes, to: "\(place)/\(name(file))")
    }
  }

  private func pixel(_ locations: DatasetLocations) async throws -> UInt8? {
    try await load("mnist", from: locations).training.bytes?.first
  }

  @Test("A folder is said to hold the data only if every file is whole.")
  func folderIsChecked() async throws {
    var locations = folder.locations
    locations.dataFolder = folder.folder("given")
    try writeCopy(to: "given", pixel: 1)
    #expect(try MNIST.folder(in: locations)?.lastPathComponent == "given")
    try folder.write(idx([3, 2, 2], [UInt8](repeating: 1, count: 5)), to: "given/\(Self.names[0])")
    let path = folder.folder("given").appendingPathComponent(Self.names[0]).path
    #expect(throws: DatasetProblem.truncatedIDX(path, expected: 28, found: 21)) {
      try MNIST.folder(in: locations)
    }
  }

  @Test("The data folder comes first, then the environment's, then the cache.")
  func order() async throws {
    var locations = folder.locations
    locations.dataFolder = folder.folder("given")
    locations.environmentFolder = folder.folder("environment")
    try folder.makeFolder("given")
    try writeCopy(to: "cache/mnist", pixel: 3)
    #expect(try await pixel(locations) == 3)
    try writeCopy(to: "environment", pixel: 2)
    #expect(try await pixel(locations) == 2)
    try writeCopy(to: "given", pixel: 1)
    #expect(try await pixel(locations) == 1)
  }

  @Test("The files may be gzipped, have dots for dashes, and lie in a folder mnist.")
  func names() async throws {
    var locations = folder.locations
    let variants: [(String, (String) -> String, Bool)] = [
      ("a", { $0 + ".gz" }, true), ("b", { $0.replacingOccurrences(of: "-idx", with: ".idx") }, false),
      ("c", { $0.replacingOccurrences(of: "-idx", with: ".idx") + ".gz" }, true), ("d/mnist", { $0 }, false),
    ]
    for (index, (place, name, zipped)) in variants.enumerated() {
      try writeCopy(to: place, pixel: UInt8(index), name, zipped: zipped)
      locations.dataFolder = folder.folder(String(place.prefix(1)))
      #expect(try await pixel(locations) == UInt8(index))
    }
  }

  @Test("A well-formed copy with other labels is taken as it is, and called unverified.")
  func unverified() async throws {
    try writeCopy(to: "cache/mnist", pixel: 1)
    let data = try await load("mnist", from: folder.locations)
    #expect(data.origin == .unverified)
    #expect(data.training.labels == [7, 0, 9])
    #expect(data.test?.labels == [1, 5])
    #expect(data.training.classNames == (0...9).map(String.init))
    #expect(data.digests.keys.sorted() == Self.names.sorted())
    let description = try describe("mnist", in: folder.locations)
    let labels = folder.url.appendingPathComponent("cache/mnist/\(Self.names[1])").path
    #expect(description.concerns == [.unofficialFile(labels, dataset: "MNIST")])
    #expect(description.sampleShape == [2, 2])
    #expect(description.trainingCount == 3)
    #expect(description.testCount == 2)
  }

  @Test(
    "Other images with the published labels, packed or not, are an own copy; other labels are not verified.")
  func origin() {
    let published = Dictionary(uniqueKeysWithValues: MNISTFile.allCases.map { ($0, $0.archiveDigest) })
    #expect(MNISTDigests(files: published).origin == .official)
    var files = published
    files[.trainingImages] = "cleaned"
    files[.testImages] = "packed anew"
    #expect(MNISTDigests(files: files).origin == .ownCopy)
    files[.testLabels] = "packed anew"
    let content = MNISTFile.testLabels.contentDigest
    #expect(MNISTDigests(files: files, unpackedLabels: [.testLabels: content]).origin == .ownCopy)
    #expect(MNISTDigests(files: files, unpackedLabels: [.testLabels: "other"]).origin == .unverified)
    #expect(MNISTDigests(files: files).origin == .unverified)
  }

  @Test("Its files are those that will be read, the images first, and none where one is missing.")
  func files() throws {
    var locations = folder.locations
    let mnist = try dataset("mnist").dataset
    #expect(mnist.files(in: locations).isEmpty)
    try writeCopy(to: "cache/mnist", pixel: 1)
    let cached = Self.names.map { folder.url.appendingPathComponent("cache/mnist/\($0)").path }
    #expect(mnist.files(in: locations).map(\.path) == cached)
    locations.dataFolder = folder.folder("given")
    try writeCopy(to: "given/mnist", pixel: 1, { $0 + ".gz" }, zipped: true)
    let given = Self.names.map { folder.url.appendingPathComponent("given/mnist/\($0).gz").path }
    #expect(mnist.files(in: locations).map(\.path) == given)
    try FileManager.default.removeItem(atPath: given[2])
    #expect(mnist.files(in: locations).isEmpty)
  }

  @Test("What is not there yet is described as what a download brings.")
  func absent() throws {
    let description = try describe("mnist", in: folder.locations)
    #expect(description.sampleShape == [28, 28])
    #expect(description.trainingCount == 60_000)
    #expect(description.testCount == 10_000)
    #expect(description.classNames?.count == 10)
  }

  @Test("A folder with a part of the files is a mistake, but for the cache.")
  func incomplete() async throws {
    var locations = folder.locations
    try writeCopy(to: "given", pixel: 1)
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("given/" + Self.names[2]))
    locations.environmentFolder = folder.folder("given")
    #expect(
      await problem { _ = try describe("mnist", in: locations) }
        == .incompleteFolder(folder.folder("given").path, missing: [Self.names[2] + ".gz"]))
    locations.environmentFolder = nil
    locations.cacheFolder = folder.folder("given")
    _ = try describe("mnist", in: locations)
  }

  @Test("A data folder that does not exist is said to be missing.")
  func noFolder() async throws {
    var locations = folder.locations
    locations.dataFolder = folder.folder("nowhere")
    #expect(
      await problem { _ = try describe("mnist", in: locations) }
        == .dataFolderNotFound(folder.folder("nowhere").path))
  }

  @Test("A damaged copy is an error that no fallback hides.")
  func damaged() async throws {
    try writeCopy(to: "cache/mnist", pixel: 1)
    try folder.write(idx([3], [7, 0, 10]), to: "cache/mnist/" + Self.names[1])
    let found = await problem { _ = try describe("mnist", in: folder.locations) }
    let path = folder.url.appendingPathComponent("cache/mnist/" + Self.names[1]).path
    #expect(found == .labelOutOfRange(path, index: 2, label: 10, classes: 10))
    #expect(found?.isUnavailable == false)
  }

  @Test("Offline and without files, MNIST cannot be had, and a fallback applies.")
  func offline() async {
    let found = await problem { _ = try await load("mnist", from: folder.locations) }
    #expect(found == .offline(dataset: "MNIST"))
    #expect(found?.isUnavailable == true)
    #expect(!FileManager.default.fileExists(atPath: folder.folder("cache").path))
  }

  @Test("A download that fails everywhere says what each mirror answered.")
  func downloadFails() async throws {
    let (first, second) = (try LoopbackServer(.status(404)), try LoopbackServer(.file([1, 2, 3])))
    defer {
      first.close()
      second.close()
    }
    var locations = folder.locations
    locations.downloads = DownloadPolicy()
    locations.mirrors = [first.url, second.url]
    let found = await problem { _ = try await load("mnist", from: locations) }
    let file = "train-images-idx3-ubyte.gz"
    #expect(
      found
        == .downloadFailed(
          dataset: "MNIST",
          [
            DownloadFailure(url: "\(first.url)/\(file)", .status(404)),
            DownloadFailure(url: "\(second.url)/\(file)", .wrongDigest),
          ]))
    #expect(found?.isUnavailable == true)
    #expect(
      !FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("cache/mnist/\(file)").path))
  }

  @Test(
    "The published files are official, by the digests of what they hold.",
    .enabled(if: ProcessInfo.processInfo.environment["TUNEBOOK_OFFICIAL_MNIST"] != nil))
  func official() async throws {
    let path = try #require(ProcessInfo.processInfo.environment["TUNEBOOK_OFFICIAL_MNIST"])
    var locations = folder.locations
    locations.dataFolder = URL(fileURLWithPath: path)
    let data = try await load("mnist", from: locations)
    #expect(data.origin == .official)
    #expect(data.training.count == 60_000)
    #expect(data.test?.count == 10_000)
  }
}
