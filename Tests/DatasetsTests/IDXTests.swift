import Datasets
import Engine
import Foundation
import Options
import Testing

@Suite struct IDXTests {
  private let folder: TestFolder
  /// Three samples of 2×2.
  private let images = idx([3, 2, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255])
  private let labels = idx([3], [1, 0, 2])

  init() throws {
    folder = try TestFolder()
    try folder.write(images, to: "images")
    try folder.write(labels, to: "labels")
  }

  @Test("Samples stay bytes, and labels index the class names.")
  func plain() async throws {
    let data = try await load("idx", ["images": "images", "labels": "labels"], from: folder.locations)
    #expect(data.training.samples.shape == [2, 2])
    #expect(data.training.count == 3)
    #expect(data.training.bytes == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255])
    #expect(data.training.labels == [1, 0, 2])
    #expect(data.training.classNames == ["0", "1", "2"])
    #expect(data.test == nil)
    #expect(data.origin == .file)
    #expect(data.digests.keys.sorted() == ["images", "labels"])
  }

  @Test("Its files are those that it names, there or not, in the order of its options.")
  func files() throws {
    func names(_ options: KeyValuePairs<String, OptionValue>) throws -> [String] {
      try dataset("idx", options).dataset.files(in: folder.locations).map(\.path)
    }
    let here = folder.url.path
    #expect(try names(["images": "images", "labels": "labels"]) == ["\(here)/images", "\(here)/labels"])
    #expect(
      try names(["test_labels": "d/t", "test_images": "e/i", "images": "images", "labels": "none"])
        == ["\(here)/images", "\(here)/none", "\(here)/e/i", "\(here)/d/t"])
  }

  @Test("Gzipped files, and gzip in several members, hold the same.")
  func zipped() async throws {
    try folder.write(gzip(images), to: "images.gz")
    try folder.write(
      gzip(Array(labels.prefix(5))) + gzip(Array(labels.dropFirst(5))) + [0, 0, 0], to: "labels.gz")
    let data = try await load("idx", ["images": "images.gz", "labels": "labels.gz"], from: folder.locations)
    #expect(data.training.bytes == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255])
    #expect(data.training.labels == [1, 0, 2])
  }

  @Test("Packed gzip is unpacked, and a large file across blocks.")
  func packed() async throws {
    // 600 samples of 1×1, the numbers 0 to 6 in turn, as `gzip -9` packs them.
    let packed = try #require(
      Data(
        base64Encoded: "H4sIAAAAAAAC/2Ng4GBmYGCKYGBgYARjRiZmFla2UWqUoioFALVlpjZoAgAA"))
    try folder.write(Array(packed), to: "packed.gz")
    try folder.write(idx([600], [UInt8](repeating: 0, count: 600)), to: "zeros")
    let data = try await load("idx", ["images": "packed.gz", "labels": "zeros"], from: folder.locations)
    #expect(data.training.bytes == (0..<600).map { UInt8($0 % 7) })
    let large = [UInt8](repeating: 7, count: 600 * 200)
    try folder.write(gzip(idx([600, 100, 2], large)), to: "large.gz")
    let more = try await load("idx", ["images": "large.gz", "labels": "zeros"], from: folder.locations)
    #expect(more.training.bytes == large)
  }

  @Test("A description says what loading yields, and is the same for the same content.")
  func description() throws {
    let one = try describe("idx", ["images": "images", "labels": "labels"], in: folder.locations)
    #expect(one.sampleShape == [2, 2])
    #expect(one.classNames == ["0", "1", "2"])
    #expect(one.trainingCount == 3)
    #expect(one.testCount == 0)
    try folder.write(images, to: "copy")
    let other = try describe("idx", ["images": "copy", "labels": "labels"], in: folder.locations)
    #expect(one == other)
  }

  @Test("A test part has the training part's classes, by their given names.")
  func testPart() async throws {
    try folder.write(idx([1, 2, 2], [9, 9, 9, 9]), to: "more/images")
    try folder.write(idx([1], [2]), to: "more/labels")
    let data = try await load(
      "idx",
      [
        "images": "images", "labels": "labels", "test_images": "more/images", "test_labels": "more/labels",
        "class_names": ["shirt", "coat", "boot"],
      ], from: folder.locations)
    #expect(data.test?.labels == [2])
    #expect(data.test?.classNames == ["shirt", "coat", "boot"])
    #expect(data.digests.keys.sorted() == ["images", "images (2)", "labels", "labels (2)"])
  }

  struct Kind: Sendable {
    let type: UInt8
    let bytes: [UInt8]
    let numbers: [Float]

    init(_ type: UInt8, _ bytes: [UInt8], _ numbers: [Float]) {
      self.type = type
      self.bytes = bytes
      self.numbers = numbers
    }
  }

  @Test(
    "Numbers of other kinds become floats.",
    arguments: [
      Kind(0x09, [0xFF, 0x02], [-1, 2]),
      Kind(0x0B, [0xFF, 0xFE, 0x01, 0x00], [-2, 256]),
      Kind(0x0C, [0, 0, 1, 0, 0xFF, 0xFF, 0xFF, 0xFF], [256, -1]),
      Kind(0x0D, [0x3F, 0xC0, 0, 0, 0xBF, 0x80, 0, 0], [1.5, -1]),
      Kind(0x0E, [0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1.5, 0]),
    ])
  func kinds(kind: Kind) async throws {
    try folder.write(idx([1, 2], kind.bytes, type: kind.type), to: "numbers")
    try folder.write(idx([1], [0]), to: "one-label")
    let data = try await load("idx", ["images": "numbers", "labels": "one-label"], from: folder.locations)
    #expect(data.training.floats == kind.numbers)
  }

  @Test("One file of a test part without the other is a mistake in the notebook.")
  func halfATestPart() throws {
    let (_, diagnostics) = try dataset("idx", ["images": "a", "labels": "b", "test_images": "c"])
    #expect(diagnostics.map(\.message) == [#""test_images" is given without "test_labels""#])
    let (_, others) = try dataset("idx", ["images": "a", "labels": "b", "test_labels": "c"])
    #expect(others.map(\.message) == [#""test_labels" is given without "test_images""#])
  }
}
