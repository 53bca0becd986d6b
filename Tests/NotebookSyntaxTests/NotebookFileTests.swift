import Diagnostics
import Foundation
import NotebookSyntax
import Testing

@Suite struct NotebookFileTests {
  private func problem(_ bytes: [UInt8]) -> NotebookFileProblem? {
    do throws(NotebookFileProblem) {
      _ = try NotebookFile.decode(bytes, path: "a.md")
      return nil
    } catch {
      return error
    }
  }

  @Test("A file is read, and its byte order mark dropped.")
  func reads() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tunebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a b é.md")
    try Data([0xEF, 0xBB, 0xBF] + Array("---\r\ntitle: é\r\n---\r\n".utf8)).write(to: file)
    let source = try NotebookFile.read(path: file.path)
    #expect(source.text == "---\r\ntitle: é\r\n---\r\n")
    #expect(source.path == file.path)
    #expect(NotebookParser.parse(source).document.frontMatter.title != nil)
    #expect(throws: NotebookFileProblem.isFolder(folder.path)) { try NotebookFile.read(path: folder.path) }
    #expect(throws: NotebookFileProblem.missing("/nowhere/a.md")) {
      try NotebookFile.read(path: "/nowhere/a.md")
    }
  }

  @Test(
    "The first byte that is not UTF-8 is named with its line and column.",
    arguments: [
      ([0xFF], 0), ([0x80], 0), ([0xC3], 0), ([0xE2, 0x82], 0), ([0xC0, 0xAF], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func notUTF8(bytes: [UInt8], _: Int) {
    let before = Array("# é\n日本 ".utf8)
    #expect(
      problem(before + bytes + [0x0A])
        == .notUTF8("a.md", at: SourceLocation(line: 2, column: 4), byte: bytes[0]))
    #expect(
      problem(before + bytes) == .notUTF8("a.md", at: SourceLocation(line: 2, column: 4), byte: bytes[0]))
  }

  @Test("UTF-16 is recognized.")
  func utf16() {
    #expect(problem([0xFF, 0xFE, 0x23, 0x00]) == .isUTF16("a.md"))
    #expect(problem([0xFE, 0xFF, 0x00, 0x23]) == .isUTF16("a.md"))
  }

  @Test("A file of nothing but white space is empty.", arguments: ["", " \n\t\r\n"])
  func empty(text: String) {
    #expect(problem(Array(text.utf8)) == .empty("a.md"))
    #expect(problem([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == .empty("a.md"))
  }
}
