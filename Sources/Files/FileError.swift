import Diagnostics
import Foundation

/// Why something was not done in the file system.
package enum FileError: Error, Hashable, Sendable {
  /// The number of the system's error, as in `errno`.
  case system(Int32)
  /// A link, and where it leads: links are not followed there.
  case link(String, target: String)
  case notAFolder(String)
  /// A folder, a device, a pipe or a socket.
  case notAFile(String)
  /// A file with more bytes than are read.
  case tooLarge(String, bytes: Int, limit: Int)
  /// A file that Tunebook did not write.
  case foreign(String)
  /// A path that leads out of every folder that may be reached, and where a link takes it, if one does.
  case outside(String, target: String?)

  /// The reason in words, to stand after a colon.
  package var reason: String {
    switch self {
    case .system(let number): systemReason(ofNumber: number)
    case .link(let path, let target): "\(path) is a link to \(target), and links are not followed here"
    case .notAFolder(let path): "\(path) is a file, not a folder"
    case .notAFile(let path): "\(path) is not a regular file"
    case .tooLarge(let path, let bytes, let limit):
      "\(path) has \(bytes) bytes, and at most \(limit) are read"
    case .foreign(let path): "\(path) was not written by tunebook"
    case .outside(let path, let target):
      "\(path) leads out of the notebook's folder" + (target.map { ", to \($0)" } ?? "")
    }
  }

  /// The error that the last call to the system left.
  static var last: FileError { .system(errno) }
}
