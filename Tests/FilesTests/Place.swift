import Foundation

/// A new folder for one test, and the whole tree in it.
struct Place {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "tunebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func file(_ name: String, _ text: String = "text") throws {
    try makeFolder(of: name)
    try Data(text.utf8).write(to: url.appending(path: name))
  }

  func folder(_ name: String) throws {
    try FileManager.default.createDirectory(at: url.appending(path: name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try makeFolder(of: name)
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  func pipe(_ name: String) throws {
    try makeFolder(of: name)
    if mkfifo(path(name), 0o600) != 0 { throw POSIXError(.EIO) }
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  func names(_ name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  private func makeFolder(of name: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: name).deletingLastPathComponent(), withIntermediateDirectories: true)
  }
}
