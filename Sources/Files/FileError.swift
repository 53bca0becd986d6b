import Diagnostics
import Foundation

/// The reason why a file operation failed.
package enum FileError: Error, Hashable, Sendable {
  /// A system error, by its number in `errno`.
  case system(Int32)
  /// A link, with its target, in a place where links are not followed.
  case link(String, target: String)
  case notAFolder(String)
  /// A folder, a device, a pipe or a socket in place of a file.
  case notAFile(String)
  /// A file with more bytes than allowed.
  case tooLarge(String, bytes: Int, limit: Int)
  /// A file that Tunebook did not write.
  case foreign(String)
  /// A path outside of the allowed folders, with the target of the link that leads there, if there is one.
  case outside(String, target: String?)

  /// The reason in words, for use after a colon.
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

  /// The error of the last system call.
  static var last: FileError { .system(errno) }
}
