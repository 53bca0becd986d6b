import Datasets
import Diagnostics
import Foundation
import Synchronization

/// The folder beside notebooks that holds stored results, by key.
///
/// A file is written beside its place and moved there, so that it is whole or not there at all, and two processes
/// that compute the same result write the same bytes.
package struct StoreFolder: Sendable {
  package static let name = ".tunebook"
  /// What the folder may take, in bytes, before what was unused the longest is removed.
  package static let standardLimit = 2_000_000_000

  /// The mark by which backup programs, and ``clear()``, know a folder that can be made again.
  private static let tag = "CACHEDIR.TAG"
  private static let tagText = """
    Signature: 8a477f597d28d172789f06886806bc55
    # Results that tunebook stored, to be used again. It can be deleted at any time: `tunebook clean`.

    """
  /// Drafts that a killed process left are removed when they are older, in seconds.
  private static let draftAge = 3600.0

  package let url: URL
  private let limit: Int

  package init(beside notebook: URL, limit: Int = standardLimit) {
    url = notebook.deletingLastPathComponent().appendingPathComponent(Self.name, isDirectory: true)
    self.limit = limit
  }

  package init(in folder: URL) {
    url = folder.appendingPathComponent(Self.name, isDirectory: true)
    limit = Self.standardLimit
  }

  package var exists: Bool { FileKind(at: url.path) == .folder }

  /// The content of a file, and the file as used now; `nil` where there is none.
  func read(_ path: String) -> Data? {
    let file = url.appendingPathComponent(path)
    guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else { return nil }
    utimes(file.path, nil)
    return data
  }

  func holds(_ path: String) -> Bool { FileKind(at: url.appendingPathComponent(path).path) != nil }

  func names(in path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(path).path)) ?? []
  }

  func remove(_ path: String) { try? FileManager.default.removeItem(at: url.appendingPathComponent(path)) }

  func write(_ data: Data, to path: String) throws(StoreProblem) {
    try prepare()
    let file = url.appendingPathComponent(path)
    let draft = url.appendingPathComponent("drafts/\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: draft)
      guard rename(draft.path, file.path) == 0 else {
        throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
      }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw .unwritable(url.relativePath, reason: systemReason(of: error))
    }
  }

  private func prepare() throws(StoreProblem) {
    let drafts = url.appendingPathComponent("drafts")
    if FileKind(at: drafts.path) == .folder { return }
    if FileKind(at: url.path) != nil, !isOurs { throw .notAStore(url.relativePath) }
    do {
      // A process may be killed between any two of these: the mark comes first, and what says that all is there last.
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try Data(Self.tagText.utf8).write(to: url.appendingPathComponent(Self.tag))
      try Data("*\n".utf8).write(to: url.appendingPathComponent(".gitignore"))
      try FileManager.default.createDirectory(at: drafts, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(url.relativePath, reason: systemReason(of: error))
    }
  }

  /// Whether it bears the mark, or is empty, as it is when a process is killed before it marks it.
  private var isOurs: Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: url.path)
    return names.map { $0.isEmpty || $0.contains(Self.tag) } ?? false
  }

  /// Removes the folder, its mark last.
  ///
  /// - Returns: the bytes that it took.
  package func clear() throws(StoreProblem) -> Int {
    guard isOurs else { throw .notAStore(url.relativePath) }
    let size = units().reduce(0) { $0 + $1.size }
    do {
      for name in names(in: "") where name != Self.tag {
        try FileManager.default.removeItem(at: url.appendingPathComponent(name))
      }
      try FileManager.default.removeItem(at: url)
    } catch {
      throw .unwritable(url.relativePath, reason: systemReason(of: error))
    }
    return size
  }

  /// Removes what was unused the longest until the rest is within the limit, and the drafts of killed processes.
  func trim() {
    for draft in names(in: "drafts") {
      let stamp = FileStamp(at: url.appendingPathComponent("drafts/\(draft)").path)
      if let stamp, -stamp.modificationDate.timeIntervalSinceNow > Self.draftAge {
        remove("drafts/\(draft)")
      }
    }
    let units = units()
    var size = units.reduce(0) { $0 + $1.size }
    guard size > limit else { return }
    for unit in units.sorted(by: { $0.lastUse < $1.lastUse }) where size > limit {
      remove(unit.path)
      size -= unit.size
    }
  }

  /// What is kept or removed as a whole: a cell's result, or all epochs of a fit.
  private struct Unit {
    let path: String
    var size = 0
    /// In nanoseconds since 1970.
    var lastUse = 0
  }

  private func units() -> [Unit] {
    ["cells", "fits"].flatMap { kind in
      names(in: kind).map { name in
        let path = "\(kind)/\(name)"
        let files = kind == "cells" ? [path] : names(in: path).map { "\(path)/\($0)" }
        return files.reduce(into: Unit(path: path)) { unit, file in
          guard let stamp = FileStamp(at: "\(url.path)/\(file)") else { return }
          unit.size += stamp.size
          unit.lastUse = max(unit.lastUse, stamp.modified)
        }
      }
    }
  }
}
