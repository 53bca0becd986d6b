import Files
import Foundation

/// The outcome of removing stored results.
package struct ClearedStore: Sendable {
  /// The bytes that were removed, of entries under this key.
  package fileprivate(set) var removed = 0
  /// The bytes and entries under other keys, which were left alone.
  package fileprivate(set) var others = (bytes: 0, entries: 0)
  /// The names of files and folders that Tunebook did not store, which were left alone too.
  package fileprivate(set) var strange: [String] = []
}

extension StoreFolder {
  /// Entries that are kept or removed as a whole: a cell's result, or all epochs of a fit.
  private struct Unit {
    let places: [StorePlace]
    var size = 0
    /// The time when it was last written, in seconds since 1970.
    var written = 0
  }

  package func exists() throws(StoreProblem) -> Bool { try root(making: false) != nil }

  /// Removes the entries under this key, and the folder too if it holds nothing else.
  package func clear() throws(StoreProblem) -> ClearedStore {
    guard let root = try root(making: false) else { return ClearedStore() }
    do {
      guard try isMarked(root) || isUnused(root) else { throw StoreProblem.notAStore(path) }
    } catch let problem as StoreProblem {
      throw problem
    } catch {
      throw .unusable(path, reason: (error as? FileError)?.reason ?? "\(error)")
    }
    var cleared = ClearedStore()
    if let own = try keyFolder() {
      for unit in units(in: own, StorePlace.Kind.allCases) { cleared.removed += remove(unit, from: own) }
      (try? own.subfolder(Self.drafts))?.removeAbandonedDrafts()
      own.removeEmptyFolder(Self.drafts)
    }
    if let version = try? root.subfolder(Self.version) {
      version.removeEmptyFolder(key.identifier)
      for name in (try? version.names()) ?? [] where name != key.identifier {
        let (bytes, entries) = count(version, name)
        cleared.others.bytes += bytes
        cleared.others.entries += entries
      }
    }
    root.removeEmptyFolder(Self.version)
    removeMark(of: root)
    removeRoot()
    cleared.strange = ((try? self.root(making: false)?.names()) ?? []).filter {
      ![Self.tag, Self.ignored, Self.version].contains($0)
    }.sorted()
    return cleared
  }

  /// Removes the drafts of killed processes, and the oldest entries under this key beyond the limit.
  ///
  /// - Parameter used: the entries that are in use, which are kept.
  func trim(sparing used: Set<StorePlace>) {
    guard let root = try? root(making: false), isMarked(root), let own = try? keyFolder() else { return }
    root.removeAbandonedDrafts()
    (try? own.subfolder(Self.drafts))?.removeAbandonedDrafts()
    let units = units(in: own, [.cells, .fits])
    var size = units.reduce(0) { $0 + $1.size }
    guard size > limit else { return }
    let spare = units.filter { used.isDisjoint(with: $0.places) }
    for unit in spare.sorted(by: { $0.written < $1.written }) where size > limit {
      size -= remove(unit, from: own)
    }
  }

  /// Returns the units in the folder of a key. Names that do not belong to entries are skipped.
  private func units(in own: Folder, _ kinds: [StorePlace.Kind]) -> [Unit] {
    kinds.flatMap { kind -> [Unit] in
      guard let folder = try? own.subfolder(kind.rawValue) else { return [] }
      return ((try? folder.names()) ?? []).flatMap { prefix -> [Unit] in
        guard let folder = try? folder.subfolder(prefix) else { return [] }
        return ((try? folder.names()) ?? []).compactMap { unit(kind, digest: $0, in: folder) }
      }
    }
  }

  private func unit(_ kind: StorePlace.Kind, digest: String, in folder: Folder) -> Unit? {
    let place = StorePlace(kind, digest: digest, file: nil)
    var places = [place].compactMap { $0 }
    var folder = folder
    if kind == .fits, let inner = try? folder.subfolder(digest) {
      folder = inner
      places = ((try? inner.names()) ?? []).compactMap { StorePlace(kind, digest: digest, file: $0) }
    }
    guard places.first?.folders[1] == String(digest.prefix(2)) else { return nil }
    var unit = Unit(places: places)
    for place in places {
      guard let status = try? folder.status(of: place.name), status.kind == .file else { continue }
      unit.size += status.size
      unit.written = max(unit.written, status.modified)
    }
    return unit
  }

  /// - Returns: the number of bytes removed.
  private func remove(_ unit: Unit, from own: Folder) -> Int {
    guard let names = unit.places.first?.folders else { return 0 }
    func inner(_ depth: Int) -> Folder? {
      names[..<depth].reduce(own) { folder, name in try? folder?.subfolder(name) }
    }
    let folder = inner(names.count)
    let bytes = unit.places.reduce(0) { bytes, place in
      bytes + (folder.flatMap { remove(place.name, from: $0) } ?? 0)
    }
    // Remove the folders that are empty now, the innermost first.
    for depth in names.indices.reversed() {
      guard inner(depth)?.removeEmptyFolder(names[depth]) == true else { break }
    }
    return bytes
  }

  /// Returns the bytes and entries in a folder and in the folders within it: key, kind, prefix and fit.
  private func count(_ outer: Folder, _ name: String, depth: Int = 4) -> (bytes: Int, entries: Int) {
    guard depth > 0, let folder = try? outer.subfolder(name) else { return (0, 0) }
    return ((try? folder.names()) ?? []).reduce((0, 0)) { sum, name in
      let found =
        switch try? folder.status(of: name) {
        case .some(let status) where status.kind == .file: (bytes: status.size, entries: 1)
        case .some(let status) where status.kind == .folder: count(folder, name, depth: depth - 1)
        default: (bytes: 0, entries: 0)
        }
      return (sum.0 + found.bytes, sum.1 + found.entries)
    }
  }
}
