import Diagnostics
import Foundation

/// The file in which a download gathers; only one process writes to it at a time.
struct PartFile: Sendable {
  private let target: URL
  private let path: String
  private let descriptor: Int32

  /// Opens what an earlier download left, or a new file.
  init(for target: URL) throws(DownloadError) {
    self.target = target
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(systemReason(of: error))
    }
    let shared = target.path + ".part"
    let descriptor = open(shared, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw .cannotWrite(systemReason(ofNumber: errno)) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
      path = shared
      self.descriptor = descriptor
      return
    }
    // Another process is downloading the same file: gather apart from it, and let the last rename win.
    _ = Foundation.close(descriptor)
    path = "\(shared).\(UUID().uuidString)"
    self.descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if self.descriptor < 0 { throw .cannotWrite(systemReason(ofNumber: errno)) }
  }

  func close() {
    if !path.hasSuffix(".part") { unlink(path) }
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
    do {
      return hexadecimalDigest(of: try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .cannotWrite(systemReason(of: error))
    }
  }

  /// Gives the gathered bytes the target's name; whoever reads the target sees all of them.
  func becomeTarget() throws(TransferError) {
    if fsync(descriptor) != 0 || rename(path, target.path) != 0 { throw .systemError() }
  }
}

/// Why one transfer ended early.
enum TransferError: Error {
  case failed(DownloadFailure.Reason)
  case cannotWrite(String)
  case cancelled

  static func systemError() -> TransferError { .cannotWrite(systemReason(ofNumber: errno)) }
}
