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
  case tooLarge(String, limit: Int)
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
    case .tooLarge(let path, let limit): "\(path) is larger than \(fileSize(limit))"
    case .foreign(let path): "\(path) was not written by tunebook"
    case .outside(let path, let target):
      "\(path) leads out of the notebook's folder" + (target.map { ", to \($0)" } ?? "")
    }
  }

  /// The error that the last call to the system left.
  static var last: FileError { .system(errno) }
}

/// A number of bytes as people say it: "20 MB".
package func fileSize(_ bytes: Int) -> String {
  let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")]
  guard let (unit, name) = units.first(where: { bytes >= $0.0 }) else { return "\(bytes) bytes" }
  let tenths = (Double(bytes) / Double(unit) * 10).rounded() / 10
  return (tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)") + " " + name
}
