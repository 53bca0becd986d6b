import Datasets
import Diagnostics
import Digests
import Engine
import Files
import Foundation
import NotebookResults

/// The content of a result that can be stored.
protocol StoredContent: Sendable, Codable {
  /// True if its parts fit each other. A holder of the store's key may have written anything.
  var isSound: Bool { get }
}

/// A stored result, with the time that computing it took.
struct StoredResult<Content: StoredContent>: Sendable, Codable {
  let seconds: Double
  let content: Content

  init(_ content: Content, seconds: Double) {
    self.seconds = seconds
    self.content = content
  }

  func entry() throws -> StoreEntry { StoreEntry(description: try StoreCoding.encode(self)) }

  /// - Throws: an error if the entry holds another kind of result, inconsistent data, or an impossible time.
  init(_ entry: StoreEntry) throws {
    self = try StoreCoding.decode(Self.self, from: entry.description)
    guard StoreCoding.isTime(seconds), content.isSound else { throw StoreEntry.Damage() }
  }
}

/// The results of a cell for expressions, for the page, and for provenance.
struct StoredYield: StoredContent {
  let value: Value
  let outputs: [Output]
  var dataSource: Provenance.DataSource?

  var isSound: Bool { outputs.allSatisfy(\.isSound) }
}

extension ChangeCard.Answers: StoredContent {}

extension Divergence: StoredContent {
  var isSound: Bool { Count.range.contains(epoch) && learningRate.isFinite && saferRate.isFinite }
}

extension Optional: StoredContent where Wrapped: StoredContent {
  var isSound: Bool { self?.isSound ?? true }
}

extension DatasetDescription: StoredContent {
  var isSound: Bool {
    guard let size = Count.product(of: sampleShape) else { return false }
    let numbers = [targetWidth, sampleCount, numberBytes ?? 0]
    let features = [reach?.widest, reach?.narrowest].compactMap { $0?.index }
    return numbers.allSatisfy(Count.range.contains)
      && classNames.map { $0.count == targetWidth } ?? true
      && columns.map { $0.features.count == size } ?? true
      && features.allSatisfy((0..<size).contains)
  }
}

/// An identifier of this build of the program: a digest of the size and the time of its file.
let runningProgram: String = {
  let stamp = FileStamp(at: "/proc/self/exe") ?? FileStamp(at: CommandLine.arguments[0])
  return String(
    hexadecimalDigest(of: Data("\(stamp?.size ?? 0) \(stamp?.modified ?? 0)".utf8)).prefix(16))
}()
