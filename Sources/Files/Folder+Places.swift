import Foundation

extension Folder {
  /// Returns the folder at a path for writing, reached from the current folder without following links.
  ///
  /// If the path does not start in the current folder, links before its last folder are followed, as the user chose
  /// them. The last folder itself must not be a link.
  ///
  /// - Parameter making: whether missing folders are created.
  /// - Returns: `nil` if the folder is missing and not created.
  package static func place(_ path: String, making: Bool) throws(FileError) -> Folder? {
    if path.utf8.contains(0) { throw .system(ENOENT) }
    let (start, names) = try beginning(of: path)
    var folder = start
    for name in names {
      if making {
        folder = try folder.makeSubfolder(name)
      } else {
        guard let next = try folder.subfolder(name) else { return nil }
        folder = next
      }
    }
    return folder
  }

  /// Returns the deepest existing folder of a path.
  package static func deepest(on path: String) throws(FileError) -> Folder {
    if path.utf8.contains(0) { throw .system(ENOENT) }
    let (start, names) = try beginning(of: path)
    var folder = start
    for name in names {
      guard let next = try folder.subfolder(name) else { break }
      folder = next
    }
    return folder
  }

  /// Returns the folder in which a path starts, and the names that follow.
  private static func beginning(of path: String) throws(FileError) -> (Folder, [String]) {
    let current = FileManager.default.currentDirectoryPath
    if !path.hasPrefix("/") { return (try Folder(following: "."), components(of: path)) }
    if path == current || path.hasPrefix(current + "/"), current != "/" {
      return (try Folder(following: current), components(of: String(path.dropFirst(current.count))))
    }
    // As far as folders exist, except for the last one.
    var names = components(of: path)
    var rest: [String] = []
    while let last = names.popLast() {
      rest.insert(last, at: 0)
      do throws(FileError) {
        return (try Folder(following: "/" + names.joined(separator: "/")), rest)
      } catch {
        guard error == .system(ENOENT) else { throw error }
      }
    }
    return (try Folder(following: "/"), rest)
  }

  private static func components(of path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." }
  }
}
