import Foundation

/// Reads regular files through one descriptor, so that the file that was examined is the file that is read.
enum RegularFile {
  enum Failure: Error {
    /// A device, a pipe, a socket or a folder.
    case notAFile
    /// The file's size is more than the limit.
    case tooLarge(bytes: Int)
    /// The number of `errno`.
    case system(Int32)
  }

  private static let piece = 1 << 20

  /// Returns all bytes of a file; nothing is allocated for a file that is longer than the limit.
  static func read(_ path: String, limit: Int) throws(Failure) -> Data {
    // Without O_NONBLOCK, opening a pipe waits until another process writes to it.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= limit else { throw .tooLarge(bytes: Int(status.st_size)) }
    var data = Data()
    data.reserveCapacity(Int(status.st_size))
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(4096, min(Int(status.st_size), piece)), alignment: 1)
    defer { buffer.deallocate() }
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count == 0 { return data }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(errno) }
      data.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      // The file grew while it was read, or the system did not know its size.
      guard data.count <= limit else { throw .tooLarge(bytes: data.count) }
    }
  }
}
