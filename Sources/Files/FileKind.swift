import Foundation

/// What stands at a path of the file system, links followed.
package enum FileKind: Sendable, Equatable {
  case file, folder
  /// A device, a pipe or a socket.
  case other

  /// `nil` where nothing stands there, or nothing that this process may know of.
  package init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}
