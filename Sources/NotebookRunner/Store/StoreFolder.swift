import Diagnostics
import Files
import Foundation

/// The folder that holds stored results, each under the key of its writer: `v2/KEY/KIND/XX/DIGEST`.
///
/// Folders are opened one by one and links are not followed. A file is written as a draft and moved to its
/// place, so that it is complete or absent. Two processes that compute the same result write the same bytes.
package struct StoreFolder: Sendable {
  package static let name = ".tunebook"
  /// The bytes that the entries under one key may take before some are removed.
  package static let standardLimit = 2_000_000_000

  private enum Location: Sendable {
    /// A folder within a notebook's folder, which must belong to the user.
    case beside(folder: String)
    /// A folder that the user chose, perhaps for a group.
    case chosen(String)
  }

  static let version = "v2"
  /// The largest number of records that are searched for the pace of work.
  private static let mostRuns = 1000
  static let drafts = "drafts"

  private let location: Location
  package let key: StoreKey
  let limit: Int

  package init(in folder: URL, key: StoreKey, limit: Int = standardLimit) {
    location = .beside(folder: folder.relativePath)
    self.key = key
    self.limit = limit
  }

  package init(beside notebook: URL, key: StoreKey, limit: Int = standardLimit) {
    self.init(in: notebook.deletingLastPathComponent(), key: key, limit: limit)
  }

  package init(at path: String, key: StoreKey, limit: Int = standardLimit) {
    location = .chosen(path)
    self.key = key
    self.limit = limit
  }

  /// The path as the user knows it.
  package var path: String {
    switch location {
    case .beside(let folder): folder == "." || folder.isEmpty ? Self.name : "\(folder)/\(Self.name)"
    case .chosen(let path): path
    }
  }

  /// A Boolean value that indicates whether notebooks of several folders may use the store.
  var isShared: Bool { if case .chosen = location { true } else { false } }

  // MARK: Folders

  /// Removes the folder if it is empty, unless the user chose it.
  func removeRoot() {
    guard case .beside(let folder) = location else { return }
    (try? Folder(following: folder))?.removeEmptyFolder(Self.name)
  }

  /// Returns the folder itself after checking that it is safe; `nil` if it is missing and not made.
  func root(making: Bool) throws(StoreProblem) -> Folder? {
    let root: Folder?
    let status: FileStatus?
    do {
      switch location {
      case .chosen(let path): root = try Folder.place(path, making: making)
      case .beside(let folder):
        let parent = try Folder(following: folder)
        root =
          making
          ? try parent.makeSubfolder(Self.name, permissions: 0o700) : try parent.subfolder(Self.name)
      }
      status = try root?.status()
    } catch {
      throw .unusable(path, reason: error.reason)
    }
    guard let root, let status else { return nil }
    if status.isWorldWritable { throw .unusable(path, reason: "everyone can write to it") }
    if !isShared, !status.isOurs { throw .unusable(path, reason: "it belongs to another user") }
    return root
  }

  /// Returns the folder of this key's entries.
  func keyFolder() throws(StoreProblem) -> Folder? {
    guard let root = try root(making: false) else { return nil }
    do {
      return try root.subfolder(Self.version)?.subfolder(key.identifier)
    } catch {
      throw .unusable(path, reason: error.reason)
    }
  }

  private func folder(of place: StorePlace) throws(StoreProblem) -> Folder? {
    guard var folder = try keyFolder() else { return nil }
    do {
      for name in place.folders {
        guard let next = try folder.subfolder(name) else { return nil }
        folder = next
      }
    } catch {
      throw .unusable(path, reason: error.reason)
    }
    return folder
  }

  // MARK: Entries

  /// Opens the file at a place. Returns `nil` if there is none.
  package func file(at place: StorePlace) throws(StoreProblem) -> OpenFile? {
    guard let folder = try folder(of: place) else { return nil }
    do {
      return try folder.file(place.name)
    } catch {
      throw .unusable(path, reason: error.reason)
    }
  }

  /// Returns the ranges of a training's stored epochs.
  func epochs(of key: CellKey) throws(StoreProblem) -> [ClosedRange<Int>] {
    guard let folder = try folder(of: .fit(key, 1...1)) else { return [] }
    let names = (try? folder.names()) ?? []
    return names.compactMap { StorePlace(.fits, digest: key.digest, file: $0)?.epochs }
  }

  /// Returns the places of the records of runs.
  func runs() throws(StoreProblem) -> [StorePlace] {
    guard let own = try keyFolder(), let folder = try? own.subfolder(StorePlace.Kind.runs.rawValue) else {
      return []
    }
    let names = ((try? folder.names()) ?? []).flatMap { (try? folder.subfolder($0)?.names()) ?? [] }
    return names.sorted().prefix(Self.mostRuns).compactMap { StorePlace(.runs, digest: $0, file: nil) }
  }

  /// Returns the store's name for a notebook: that of its file, or its path if others may have the same name.
  func name(of notebook: URL) -> String {
    isShared ? notebook.standardizedFileURL.path : notebook.lastPathComponent
  }

  /// Stores an entry, in place of any earlier one.
  package func write(_ entry: StoreEntry, to place: StorePlace) throws(StoreProblem) {
    guard let root = try root(making: true) else { return }
    try mark(root)
    let data = entry.data(for: place, key)
    // Another process may remove a folder that is empty.
    for isLast in [false, false, false, true] {
      do {
        return try write(data, to: place, below: root)
      } catch {
        if isLast || error != .system(ENOENT) { throw .unwritable(path, reason: error.reason) }
      }
    }
  }

  private func write(_ data: Data, to place: StorePlace, below root: Folder) throws(FileError) {
    let (folders, files): (mode_t, mode_t) = isShared ? (0o770, 0o660) : (0o700, 0o600)
    func folder(_ names: [String], in folder: Folder) throws(FileError) -> Folder {
      var folder = folder
      for name in names { folder = try folder.makeSubfolder(name, permissions: folders) }
      return folder
    }
    let own = try folder([Self.version, key.identifier], in: root)
    try folder(place.folders, in: own).write(
      data, to: place.name, drafts: folder([Self.drafts], in: own), permissions: files)
  }

  /// Removes a damaged file from an entry's place, if it is recognizable as an entry.
  func discard(_ place: StorePlace) {
    guard let folder = try? folder(of: place) else { return }
    remove(place.name, from: folder)
  }

  /// Removes a file if Tunebook wrote it, or may have because it is empty.
  ///
  /// - Returns: its size in bytes; `nil` if it is left alone.
  @discardableResult
  func remove(_ name: String, from folder: Folder) -> Int? {
    guard let file = try? folder.file(name),
      let head = try? file.bytes(from: 0, count: StoreEntry.signature.utf8.count),
      file.size == 0 || head == Data(StoreEntry.signature.utf8), (try? folder.remove(name)) != nil
    else { return nil }
    return file.size
  }
}
