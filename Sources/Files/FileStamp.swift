import Foundation

/// The metadata of a file, which shows a change of its content without reading it, as in version control systems.
package struct FileStamp: Sendable, Hashable {
  package let size: Int
  /// The time of the last change of the content, in nanoseconds since 1970.
  package let modified: Int
  /// The time of the last change of content or metadata, in nanoseconds since 1970. Programs cannot set it.
  private let changed: Int
  private let device: UInt64
  private let inode: UInt64

  /// The coarsest resolution of a file system's clock, in nanoseconds. Two changes within it have the same time.
  private static let coarsestTick = 2_000_000_000

  /// Creates the stamp of a file; `nil` if there is none that this process may see. Links are followed.
  package init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    #if canImport(Darwin)
      (modified, changed) = (Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec))
    #else
      (modified, changed) = (Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
    #endif
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
  }

  package var text: String { "\(device) \(inode) \(size) \(modified) \(changed)" }

  package var modificationDate: Date { Date(timeIntervalSince1970: Double(modified) / 1e9) }

  /// A Boolean value that indicates whether every later change will show. A modification date in the future does not
  /// matter.
  package var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Self.nanoseconds(now) - Self.coarsestTick > changed
  }

  /// Returns a time in nanoseconds. Dates far beyond any real one are moved within the range of the type.
  private static func nanoseconds(_ time: timespec) -> Int {
    min(max(time.tv_sec, -9_000_000_000), 9_000_000_000) * 1_000_000_000 + time.tv_nsec
  }
}
