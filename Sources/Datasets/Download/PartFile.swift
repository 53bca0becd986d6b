import Diagnostics
import Digests
import Files
import Foundation

/// The file of an unfinished download. Only one process writes to it at a time.
struct PartFile: Sendable {
  private let folder: Folder
  /// The name of the file when it is complete.
  private let target: String
  private let name: String
  private let descriptor: Int32

  /// Opens the file that an earlier download left, or a new one.
  init(for target: URL) throws(DownloadError) {
    self.target = target.lastPathComponent
    let shared = self.target + ".part"
    do throws(FileError) {
      guard let folder = try Folder.place(target.deletingLastPathComponent().path, making: true) else {
        throw .system(ENOENT)
      }
      self.folder = folder
      let descriptor = try folder.openToChange(shared)
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        name = shared
        self.descriptor = descriptor
        return
      }
      // Another process is downloading the same file: use another part file; the last rename wins.
      _ = Foundation.close(descriptor)
      name = "\(shared).\(UUID().uuidString)"
      self.descriptor = try folder.openToChange(name)
    } catch {
      throw .cannotWrite(error.reason)
    }
  }

  func close() {
    if !name.hasSuffix(".part") { try? folder.remove(name) }
    _ = Foundation.close(descriptor)
  }

  func size() throws(TransferError) -> Int {
    let size = lseek(descriptor, 0, SEEK_END)
    if size < 0 { throw .systemError() }
    return Int(size)
  }

  func append(_ data: Data) throws(TransferError) {
    var rest = data
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw .systemError()
      }
      rest = rest.dropFirst(written)
    }
  }

  func truncate(to size: Int) throws(TransferError) {
    if try self.size() == size { return }
    if ftruncate(descriptor, off_t(size)) != 0 || lseek(descriptor, off_t(size), SEEK_SET) < 0 {
      throw .systemError()
    }
  }

  func digest() throws(TransferError) -> String {
    do throws(FileError) {
      guard let file = try folder.file(name) else { throw .system(ENOENT) }
      return hexadecimalDigest(of: try file.content(limit: file.size))
    } catch {
      throw .cannotWrite(error.reason)
    }
  }

  /// Renames the file to the target, so that a reader of the target sees the whole file.
  func becomeTarget() throws(TransferError) {
    if fsync(descriptor) != 0 { throw .systemError() }
    do throws(FileError) {
      try folder.rename(name, to: target)
    } catch {
      throw .cannotWrite(error.reason)
    }
  }
}

extension TransferError {
  fileprivate static func systemError() -> TransferError { .cannotWrite(systemReason(ofNumber: errno)) }
}
