import Foundation

/// The kind of entry at a path, after following links.
package enum FileKind: Sendable, Equatable {
  case file, folder
  /// A device, a pipe or a socket.
  case other

  /// Creates the kind of entry at a path; `nil` if there is none that this process may see.
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
