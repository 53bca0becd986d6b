import Datasets
import Foundation
import Testing

/// Each damage is found by the description, before anything trains.
@Suite struct IDXProblemTests {
  private let folder: TestFolder
  private let images = idx([3, 2, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255])
  private let labels = idx([3], [1, 0, 2])

  init() throws {
    folder = try TestFolder()
    try folder.write(labels, to: "labels")
  }

  private func problemOfImages(_ bytes: [UInt8]) async throws -> DatasetProblem? {
    try folder.write(bytes, to: "images")
    return await problem {
      _ = try describe("idx", ["images": "images", "labels": "labels"], in: folder.locations)
    }
  }

  private func problemOfLabels(_ bytes: [UInt8]) async throws -> DatasetProblem? {
    try folder.write(images, to: "images")
    try folder.write(bytes, to: "labels")
    return await problem {
      _ = try describe("idx", ["images": "images", "labels": "labels"], in: folder.locations)
    }
  }

  @Test("A file that does not exist, or is a folder, is said to be so.")
  func paths() async throws {
    let locations = folder.locations
    #expect(
      await problem { _ = try describe("idx", ["images": "none", "labels": "labels"], in: locations) }
        == .fileNotFound("none", known: ["labels"]))
    try folder.makeFolder("images")
    #expect(
      await problem { _ = try describe("idx", ["images": "images", "labels": "labels"], in: locations) }
        == .folderInsteadOfFile("images"))
  }

  private func allowing(_ path: String) -> DatasetLocations {
    var locations = folder.locations
    locations.allowedFolders = [URL(fileURLWithPath: path, isDirectory: true)]
    return locations
  }

  @Test("A device is no file.")
  func device() async throws {
    #expect(
      await problem {
        _ = try describe("idx", ["images": "/dev/null", "labels": "labels"], in: allowing("/dev"))
      } == .notAFile("/dev/null"))
  }

  @Test(
    "A file that cannot be read says why.",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func unreadable() async throws {
    // Permissions do not hold the superuser back; this file refuses everyone.
    #expect(
      await problem {
        _ = try describe("idx", ["images": "/proc/self/mem", "labels": "labels"], in: allowing("/proc"))
      } == .unreadable("/proc/self/mem", reason: "input/output error"))
  }

  @Test("An empty file, and one whose header promises no samples, are told apart.")
  func empty() async throws {
    #expect(try await problemOfImages([]) == .emptyFile("images"))
    #expect(try await problemOfImages(idx([0, 2, 2], [])) == .nothingInIDX("images", dimensions: [0, 2, 2]))
  }

  @Test("A file that is not IDX, or holds labels where samples should be, has the wrong magic.")
  func magic() async throws {
    let expected = "samples in IDX form (as 0x00000803 would)"
    #expect(
      try await problemOfImages([0x89, 0x50, 0x4E, 0x47, 0])
        == .wrongMagic("images", found: 0x8950_4E47, expected: expected))
    #expect(try await problemOfImages(labels) == .wrongMagic("images", found: 0x801, expected: expected))
    #expect(
      try await problemOfImages(idx([3, 2], [0, 0, 0, 0, 0, 0], type: 7))
        == .wrongMagic("images", found: 0x702, expected: expected))
    #expect(
      try await problemOfLabels(images)
        == .wrongMagic("labels", found: 0x803, expected: "labels in IDX form (as 0x00000801 would)"))
  }

  @Test("A file that ends early or late says what its header promised.")
  func length() async throws {
    #expect(try await problemOfImages([0, 0]) == .truncatedIDX("images", expected: 4, found: 2))
    #expect(
      try await problemOfImages(Array(images.prefix(9))) == .truncatedIDX("images", expected: 16, found: 9))
    #expect(try await problemOfImages(images.dropLast(2)) == .truncatedIDX("images", expected: 28, found: 26))
    #expect(try await problemOfImages(images + [0]) == .trailingBytes("images", expected: 28, found: 29))
  }

  @Test("The same holds within gzip.")
  func lengthWithinGzip() async throws {
    #expect(try await problemOfImages(gzip([0, 0])) == .truncatedIDX("images", expected: 4, found: 2))
    #expect(
      try await problemOfImages(gzip(images.dropLast(2))) == .truncatedIDX("images", expected: 28, found: 26))
    #expect(
      try await problemOfImages(gzip(images + [0])) == .trailingBytes("images", expected: 28, found: 29))
  }

  @Test("Truncated and damaged gzip are told apart.")
  func gzipDamage() async throws {
    let zipped = gzip(images)
    #expect(try await problemOfImages(zipped.dropLast(9)) == .truncatedGzip("images"))
    #expect(try await problemOfImages(Array(zipped.prefix(5))) == .truncatedGzip("images"))
    #expect(try await problemOfImages(zipped + [1, 2, 3, 4]) == .damagedGzip("images"))
    var damaged = zipped
    damaged[11] ^= 0xFF
    #expect(try await problemOfImages(damaged) == .damagedGzip("images"))
  }

  @Test("Damage that only unpacking shows is found by loading at the latest.")
  func checksum() async throws {
    var damaged = gzip(images)
    damaged[damaged.count - 5] ^= 1
    try folder.write(damaged, to: "images")
    #expect(
      await problem {
        _ = try await load("idx", ["images": "images", "labels": "labels"], from: folder.locations)
      } == .damagedGzip("images"))
  }

  @Test("A header that lies about its size allocates nothing.")
  func sizeLies() async throws {
    let huge = 0x7FFF_FFFF
    #expect(
      try await problemOfImages(idx([huge, 28, 28], [1, 2, 3]))
        == .oversizedIDX("images", dimensions: [huge, 28, 28]))
    #expect(
      try await problemOfImages(idx([3, 100_000, 100_000], [1]))
        == .truncatedIDX("images", expected: 30_000_000_016, found: 17))
    // The size in gzip's trailer is made to agree: only unpacking can tell.
    var zipped = gzip(idx([3, 10_000, 10_000], [1]))
    zipped.replaceSubrange((zipped.count - 4)..., with: bigEndian(300_000_016).reversed())
    try folder.write(zipped, to: "images")
    #expect(
      await problem {
        _ = try await load("idx", ["images": "images", "labels": "labels"], from: folder.locations)
      } == .damagedGzip("images"))
  }

  @Test("Samples and labels must be equally many.")
  func counts() async throws {
    #expect(
      try await problemOfLabels(idx([2], [0, 1])) == .countsDiffer(images: "images", 3, labels: "labels", 2))
  }

  @Test("A label that names no class is said with its place.")
  func labelRange() async throws {
    try folder.write(images, to: "images")
    #expect(
      await problem {
        _ = try describe(
          "idx", ["images": "images", "labels": "labels", "class_names": ["a", "b"]], in: folder.locations)
      } == .labelOutOfRange("labels", index: 2, label: 2, classes: 2))
    try folder.write(idx([3], [0xFF, 0, 1], type: 9), to: "negative")
    #expect(
      await problem {
        _ = try describe("idx", ["images": "images", "labels": "negative"], in: folder.locations)
      } == .labelOutOfRange("negative", index: 0, label: -1, classes: 65_536))
  }

  @Test("Samples of the test part must have the same shape.")
  func shapes() async throws {
    try folder.write(images, to: "images")
    try folder.write(idx([3, 4, 1], [UInt8](repeating: 0, count: 12)), to: "others")
    #expect(
      await problem {
        _ = try describe(
          "idx", ["images": "images", "labels": "labels", "test_images": "others", "test_labels": "labels"],
          in: folder.locations)
      } == .shapesDiffer(training: "images", [2, 2], test: "others", [4, 1]))
  }
}
