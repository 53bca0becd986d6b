import Foundation
import Testing

/// The codes that the sources give, against those of the reference.
@Suite struct CodesTests {
  /// Every code as often as a problem is said to have it.
  private func given() throws -> [String] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    let code = /"(TB-[A-Z]-\d+)"/
    let entry = /ProblemReference\(\s*"TB-[A-Z]-\d+"/
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return text.replacing(entry, with: "").matches(of: code).map { String($0.1) }
    }
  }

  @Test("Every code that is given has an entry in the reference, and every entry's code is given.")
  func complete() throws {
    let folder = try CommandRun.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = try CommandRun(["docs", "codes"], in: folder).output.split(separator: "\n")
    let documented = lines.compactMap { $0.split(separator: " ").first.map(String.init) }
      .filter { $0.hasPrefix("TB-") }
    let given = Set(try given())
    #expect(given.count > 150)
    #expect(given.subtracting(documented).sorted() == [])
    #expect(Set(documented).subtracting(given).sorted() == [])
  }

  @Test("No code is given for two different problems.")
  func different() throws {
    let given = try given()
    let repeated = Dictionary(grouping: given) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(repeated.sorted() == [])
  }
}
