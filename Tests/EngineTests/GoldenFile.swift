import Foundation
import Testing

/// Records that other libraries made, in `Tests/Golden/Engine`; a script beside each makes it anew.
enum GoldenFile {
  /// - Returns: `nil` after failing the test, where the record cannot be read.
  static func read<Content: Decodable>(_ name: String, as type: Content.Type) -> Content? {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(type, from: Data(contentsOf: folder.appending(path: "Golden/Engine/\(name)")))
    } catch {
      Issue.record("\(name) cannot be read: \(error)")
      return nil
    }
  }
}
