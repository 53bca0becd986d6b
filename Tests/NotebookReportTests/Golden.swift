import Foundation
import Testing

/// Texts kept in `Tests/Golden/NotebookReport`. With `TUNEBOOK_RECORD=1` in the environment they are written anew,
/// and the tests that do so fail, so that no recording passes for a check.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/NotebookReport")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  static func expect(
    _ actual: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if ProcessInfo.processInfo.environment["TUNEBOOK_RECORD"] != nil {
      try actual.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded; run again without TUNEBOOK_RECORD", sourceLocation: sourceLocation)
    } else {
      let expected = try text(name)
      #expect(actual == expected, "\(name) differs from the record", sourceLocation: sourceLocation)
    }
  }
}
