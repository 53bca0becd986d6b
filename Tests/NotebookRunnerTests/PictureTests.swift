import Diagnostics
import Foundation
import NotebookRunner
import Synchronization
import Testing

@Suite struct PictureTests {
  /// The beginnings of pictures of 300 × 200 pixels.
  private static let headers: [String: [UInt8]] = [
    "a.png": [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] + Array("IHDR".utf8) + [
      0, 0, 1, 44, 0, 0, 0, 200,
    ],
    "a.gif": Array("GIF89a".utf8) + [44, 1, 200, 0],
    "a.jpeg": [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 44],
    "lossy.webp": webP("VP8 ") + [0, 0, 0, 0x9D, 1, 0x2A, 44, 1, 200, 0],
    "lossless.webp": webP("VP8L") + [0x2F, 0x2B, 0xC1, 0x31, 0],
    "extended.webp": webP("VP8X") + [0, 0, 0, 0, 43, 1, 0, 199, 0, 0],
  ]

  private static func webP(_ chunk: String) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(chunk)".utf8) + [0, 0, 0, 0]
  }

  private static func notebook(_ text: String, _ files: [String: [UInt8]] = headers) throws -> TestNotebook {
    try TestNotebook(text, data: files.mapValues { Data($0) })
  }

  private func problems(_ notebook: TestNotebook) throws -> [String] {
    let (plan, diagnostics) = try notebook.plan()
    #expect((plan == nil) == !diagnostics.isEmpty)
    return diagnostics.map { "\($0.code) \($0.message)" }
  }

  @Test("Pictures of each format are part of the result, with the size that they have.")
  func formats() async throws {
    let names = Self.headers.keys.sorted()
    let notebook = try Self.notebook(names.map { "![a](\($0))" }.joined(separator: "\n"))
    defer { notebook.remove() }
    let pictures = try await notebook.run().pictures
    #expect(pictures.keys.sorted() == names)
    for name in names {
      #expect(pictures[name]?.width == 300 && pictures[name]?.height == 200, "\(name)")
      #expect(pictures[name]?.bytes == Self.headers[name])
    }
    #expect(Set(pictures.values.map(\.format)).count == 4)
  }

  @Test("A file that ends early, is of another kind or has no size is no picture, whatever its name.")
  func noPictures() throws {
    var files = Self.headers.mapValues { Array($0.dropLast()) }
    files["svg.png"] = Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)
    files["empty.png"] = []
    files["flat.gif"] = Array("GIF89a".utf8) + [44, 1, 0, 0]
    files["loop.jpeg"] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0]
    for name in files.keys {
      let notebook = try Self.notebook("![a](\(name))", files)
      defer { notebook.remove() }
      #expect(try problems(notebook) == ["TB-P-172 \(name) is not a PNG, JPEG, GIF or WebP picture"])
    }
  }

  @Test("A picture that is not there, is a folder or lies elsewhere is refused at its place, once.")
  func places() throws {
    let notebook = try Self.notebook(
      "![a](1️⃣no.png2️⃣) ![a](no.png)\n\n![b](sub) ![c](../x.png) ![d](out.png) ![e](/etc/passwd)")
    defer { notebook.remove() }
    let files = FileManager.default
    try files.createDirectory(
      at: notebook.folder.appendingPathComponent("sub"), withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: notebook.folder.appendingPathComponent("out.png").path, withDestinationPath: "/etc/passwd")
    let diagnostics = try notebook.plan().diagnostics
    #expect(diagnostics.map(\.code) == Array(repeating: "TB-P-171", count: 5))
    #expect(
      diagnostics.first.map { [$0.range.start, $0.range.end] } == ["1️⃣", "2️⃣"].map { notebook.markers[$0] })
    #expect(diagnostics.first?.consequences.count == 1)
    #expect(
      diagnostics.map(\.message) == [
        "the picture no.png cannot be read: no such file or directory",
        "the picture sub cannot be read: it is not a regular file",
        "the picture ../x.png cannot be read: ../x.png leads out of the notebook's folder",
        "the picture out.png cannot be read: out.png leads out of the notebook's folder, to /etc/passwd",
        "the picture /etc/passwd cannot be read: /etc/passwd leads out of the notebook's folder",
      ])
  }

  @Test("A picture and all of a page have a greatest size, and a picture a greatest number of pixels.")
  func sizes() throws {
    let gif = Self.headers["a.gif"] ?? []
    func file(_ count: Int) -> [UInt8] { gif + Array(repeating: 0, count: count - gif.count) }
    let files = [
      "large.gif": file(1_000_001), "most.gif": file(1_000_000),
      "wide.gif": Array("GIF89a".utf8) + [0xFF, 0xFF, 0xFF, 0],
    ]
    func problems(_ names: [String]) throws -> [String] {
      let notebook = try Self.notebook(names.map { "![a](\($0))" }.joined(separator: "\n"), files)
      defer { notebook.remove() }
      return try self.problems(notebook)
    }
    #expect(
      try problems(["large.gif", "wide.gif"]) == [
        "TB-P-173 large.gif is larger than 1 MB",
        "TB-P-173 wide.gif has 65535 × 255 pixels, and a picture has at most 16 million",
      ])
    #expect(try problems(Array(repeating: "most.gif", count: 4)).isEmpty)
    #expect(
      try problems(Array(repeating: "most.gif", count: 6))
        == ["TB-P-173 up to here the page's pictures have more than 4 MB together"])
  }

  @Test("A picture is a file that the notebook reads, so that a preview waits for its changes.")
  func reads() async throws {
    let notebook = try Self.notebook("![a](a.png)")
    defer { notebook.remove() }
    let read = Mutex<[String]>([])
    var watched = notebook
    watched.reads = { urls in read.withLock { $0 += urls.map(\.lastPathComponent) } }
    _ = try watched.plan()
    #expect(read.withLock(\.self) == ["a.png"])
    let first = try await notebook.run().pictures
    try Data(Self.headers["a.gif"] ?? []).write(to: notebook.folder.appendingPathComponent("a.png"))
    #expect(try await notebook.run().pictures != first)
  }
}
