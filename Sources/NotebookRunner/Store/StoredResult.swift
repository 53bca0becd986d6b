import Foundation
import NotebookResults

/// A result as it is stored, with what computing it took.
struct StoredResult<Content: Codable & Sendable>: Sendable, Codable {
  let seconds: Double
  let content: Content
  /// The build of tunebook that it came from: another may show more of the same numbers.
  private var program = runningProgram

  init(_ content: Content, seconds: Double) {
    self.seconds = seconds
    self.content = content
  }

  func entry() throws -> StoreEntry { StoreEntry(description: try StoreCoding.encode(self)) }

  /// - Returns: `nil` for a result of another build.
  /// - Throws: what is no entry, or another one.
  static func read(_ data: Data) throws -> Self? {
    let entry = try StoreEntry(data, needsPayload: true)
    guard try StoreCoding.decode(Origin.self, from: entry.description).program == runningProgram else {
      return nil
    }
    return try StoreCoding.decode(Self.self, from: entry.description)
  }
}

private struct Origin: Decodable {
  let program: String
}

/// What a cell yields for expressions, for the page, and for provenance.
struct StoredYield: Sendable, Codable {
  let value: Value
  let outputs: [Output]
  var dataSource: Provenance.DataSource?
}

/// The size and the time of the program's file.
private let runningProgram: String = {
  let attributes = try? FileManager.default.attributesOfItem(
    atPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0])
  let size = attributes?[.size] as? Int ?? 0
  let date = attributes?[.modificationDate] as? Date ?? .distantPast
  return "\(size) \(date.timeIntervalSince1970)"
}()
