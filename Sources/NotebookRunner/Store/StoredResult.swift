import Datasets
import Diagnostics
import Foundation
import NotebookResults

/// A result as it is stored, with what computing it took.
struct StoredResult<Content: Codable & Sendable>: Sendable, Codable {
  let seconds: Double
  let content: Content

  init(_ content: Content, seconds: Double) {
    self.seconds = seconds
    self.content = content
  }

  func entry() throws -> StoreEntry { StoreEntry(description: try StoreCoding.encode(self)) }

  /// - Throws: where the entry holds another kind of result, or a time that no work takes.
  init(_ entry: StoreEntry) throws {
    self = try StoreCoding.decode(Self.self, from: entry.description)
    guard StoreCoding.isTime(seconds) else { throw StoreEntry.Damage() }
  }
}

/// What a cell yields for expressions, for the page, and for provenance.
struct StoredYield: Sendable, Codable {
  let value: Value
  let outputs: [Output]
  var dataSource: Provenance.DataSource?
}

/// What tells this build of the program from others: a digest of the size and the time of its file.
let runningProgram: String = {
  let stamp = FileStamp(at: "/proc/self/exe") ?? FileStamp(at: CommandLine.arguments[0])
  return String(
    hexadecimalDigest(of: Data("\(stamp?.size ?? 0) \(stamp?.modified ?? 0)".utf8)).prefix(16))
}()
