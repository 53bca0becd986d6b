import Foundation

/// Files by whose changes a preview begins anew.
struct WatchedFiles {
  let paths: [String]

  /// Another one after each change; what cannot be read is as good as changed once.
  var stamp: [String] {
    paths.map { path in
      guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return "missing" }
      let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(changed) \(facts[.size] ?? 0) \(facts[.systemFileNumber] ?? 0)"
    }
  }
}
