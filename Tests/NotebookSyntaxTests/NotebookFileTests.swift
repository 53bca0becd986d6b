import Diagnostics
import Foundation
import NotebookSyntax
import Testing

@Suite struct NotebookFileTests {
  /// What is said of a file of these bytes.
  private func message(_ bytes: [UInt8]) -> String {
    message { try NotebookFile.decode(bytes, path: "a.md") }
  }

  private func message(_ read: () throws -> SourceFile) -> String {
    do {
      _ = try read()
      return ""
    } catch let unreadable as UnreadableNotebook {
      return DiagnosticText(source: unreadable.source).render([unreadable.diagnostic])
    } catch {
      return "\(error)"
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
  }

  @Test(
    "What is no notebook's file is said with its path, once.",
    arguments: [
      ("/dev", "/dev: error: this is a folder"), ("/nowhere/a.md", "/nowhere/a.md: error: there is no file"),
      ("/dev/null", "/dev/null: error: this is not a regular file"),
      ("-", "-: error: notebooks are read from files"),
      (#filePath, "\(#filePath): error: a notebook's name ends in .md"),
    ])
  func noNotebook(path: String, beginning: String) {
    #expect(message { try NotebookFile.read(path: path) }.hasPrefix(beginning))
  }

  @Test(
    "The first byte that is not UTF-8 is named with its line and column.",
    arguments: [
      ([0xFF], 0), ([0x80], 0), ([0xC3], 0), ([0xE2, 0x82], 0), ([0xC0, 0xAF], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func notUTF8(bytes: [UInt8], _: Int) {
    let before = Array("# é\n日本 ".utf8)
    let byte = String(bytes[0], radix: 16, uppercase: true)
    let beginning = "a.md:2:4: error: the byte 0x\(byte) is not UTF-8 [TB-N-105]\n 2 | 日本 \u{FFFD}"
    #expect(message(before + bytes + [0x0A]).hasPrefix(beginning))
    #expect(message(before + bytes).hasPrefix(beginning))
  }

  @Test("UTF-16 is recognized.")
  func utf16() {
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x23, 0x00], [0xFE, 0xFF, 0x00, 0x23]] {
      #expect(message(bytes).hasPrefix("a.md: error: the file is UTF-16"))
    }
  }

  @Test("A file of nothing but white space is empty.", arguments: ["", " \n\t\r\n"])
  func empty(text: String) {
    for mark: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      #expect(message(mark + Array(text.utf8)).hasPrefix("a.md: error: the file is empty"))
    }
  }
}
