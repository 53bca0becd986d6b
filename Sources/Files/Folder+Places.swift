import Foundation

extension Folder {
  /// The folder at a path for what is written, reached from the current folder without following links.
  ///
  /// Of a path that does not begin in the current folder, the way to the last folder is the user's own choice, and
  /// links on it are followed; the last folder itself is not a link.
  ///
  /// - Parameter making: whether folders that are missing are made.
  /// - Returns: `nil` where it is missing and not made.
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

  /// The deepest folder on the way to a path that is there.
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

  /// Where the way to a path begins, and the names that lead on from there.
  private static func beginning(of path: String) throws(FileError) -> (Folder, [String]) {
    let current = FileManager.default.currentDirectoryPath
    if !path.hasPrefix("/") { return (try Folder(following: "."), components(of: path)) }
    if path == current || path.hasPrefix(current + "/"), current != "/" {
      return (try Folder(following: current), components(of: String(path.dropFirst(current.count))))
    }
    // As far as there are folders, but for the last.
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
