import Foundation

/// What the file system says of a file, by which a changed content is known without reading it, as version control
/// systems know it.
package struct FileStamp: Sendable, Hashable {
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int
  /// When anything of the file changed, its times included, in nanoseconds since 1970: nobody can set it back.
  private let changed: Int
  private let device: UInt64
  private let inode: UInt64

  /// The clock of a file system may tick no more often, in nanoseconds: changes between two ticks look alike.
  private static let coarsestTick = 2_000_000_000

  /// `nil` where nothing stands at the path, or nothing that this process may know of; links are followed.
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

  /// Whether every later change will show; a file may be dated in the future, and yet nothing of it has changed since.
  package var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Self.nanoseconds(now) - Self.coarsestTick > changed
  }

  /// Dates beyond the years that fit, which a file may bear, count as the last of them.
  private static func nanoseconds(_ time: timespec) -> Int {
    min(max(time.tv_sec, -9_000_000_000), 9_000_000_000) * 1_000_000_000 + time.tv_nsec
  }
}
