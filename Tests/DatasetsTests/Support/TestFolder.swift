import Datasets
import Foundation

/// A folder that lives as long as its test.
final class TestFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("datasets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent(name), withIntermediateDirectories: true)
  }

  func folder(_ name: String) -> URL { url.appendingPathComponent(name, isDirectory: true) }

  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? []
  }

  /// The folder as a notebook's, with no other place to look in and nothing to download from.
  var locations: DatasetLocations {
    var locations = DatasetLocations(notebookFolder: url, cacheFolder: folder("cache"), mirrors: [])
    locations.downloads.isAllowed = false
    return locations
  }
}
