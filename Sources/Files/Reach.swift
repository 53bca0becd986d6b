import Foundation

/// The folders in which a notebook may read and write files: its own, and those that the command line allows.
package struct Reach: Sendable {
  /// The notebook's folder, to which paths are relative.
  private let home: String
  private let others: [String]
  /// A Boolean value that allows replacing files that Tunebook did not write.
  package let overwrites: Bool

  package init(home: URL, others: [URL] = [], overwrites: Bool = false) {
    self.home = home.path
    self.others = others.map(\.path)
    self.overwrites = overwrites
  }

  /// Opens a file that a notebook names.
  package func file(_ path: String) throws(FileError) -> OpenFile {
    let (folder, name) = try place(of: path)
    guard let file = try folder.file(name) else { throw .system(ENOENT) }
    return file
  }

  /// Returns the resolved place of a file that a notebook names, whether it exists or not.
  ///
  /// - Throws: ``FileError/outside(_:target:)``, and nothing else.
  package func url(_ path: String) throws(FileError) -> URL {
    do throws(FileError) {
      let (folder, name) = try place(of: path)
      return URL(fileURLWithPath: folder.path).appendingPathComponent(name)
    } catch {
      if case .outside = error { throw error }
      return URL(fileURLWithPath: absolute(path)).standardizedFileURL
    }
  }

  /// Returns the folder of a file that a notebook names, and the name of the file in it.
  ///
  /// Links are followed if they end within reach. The folders are then opened one by one, without following links.
  package func place(of path: String) throws(FileError) -> (folder: Folder, name: String) {
    if path.utf8.contains(0) { throw .system(ENOENT) }
    let whole = absolute(path)
    let roots = ([home] + others).map { (written: standardized($0), real: Self.real($0) ?? standardized($0)) }
    let lexical = standardized(whole)
    guard roots.contains(where: { Self.lies(lexical, in: $0.written) || Self.lies(lexical, in: $0.real) })
    else {
      throw .outside(path, target: nil)
    }
    let real = try resolved(whole)
    guard let root = roots.map(\.real).filter({ Self.lies(real, in: $0) }).max(by: { $0.count < $1.count })
    else {
      throw .outside(path, target: real)
    }
    var names = real.dropFirst(root.count).split(separator: "/").map(String.init)
    guard let name = names.popLast() else { throw .notAFile(path) }
    var folder = try Folder(following: root)
    for name in names {
      guard let next = try folder.subfolder(name) else { throw .system(ENOENT) }
      folder = next
    }
    return (folder, name)
  }

  private func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(home)/\(path)" }

  /// Returns a path with its links resolved; for a missing file, with those of its folder resolved.
  private func resolved(_ path: String) throws(FileError) -> String {
    if let real = Self.real(path) { return real }
    guard errno == ENOENT else { throw .last }
    let url = URL(fileURLWithPath: path)
    guard let folder = Self.real(url.deletingLastPathComponent().path) else { throw .last }
    // A broken link has no target to check.
    let (name, place) = (url.lastPathComponent, try Folder(following: folder))
    if let status = try place.status(of: name), status.kind == .link { throw .system(ENOENT) }
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  private func standardized(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func lies(_ path: String, in folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
