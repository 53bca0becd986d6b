import Foundation

/// The status of an entry in a folder; of a link itself, not of its target.
package struct FileStatus: Sendable, Hashable {
  package enum Kind: Sendable {
    case file, folder, link
    /// A device, a pipe or a socket.
    case other
  }

  package let kind: Kind
  /// The size in bytes.
  package let size: Int
  /// The user that owns it.
  package let owner: uid_t
  package let permissions: mode_t
  /// The time of the last change of its content, in seconds since 1970.
  package let modified: Int

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    owner = status.st_uid
    permissions = status.st_mode & 0o7777
    #if canImport(Darwin)
      modified = status.st_mtimespec.tv_sec
    #else
      modified = status.st_mtim.tv_sec
    #endif
  }

  package var isOurs: Bool { owner == geteuid() }
  package var isWorldWritable: Bool { permissions & 0o002 != 0 }
}
