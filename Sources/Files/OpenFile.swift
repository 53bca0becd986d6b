import Foundation

/// A regular file that is open for reading. It stays the same file even if its name is given to another one.
package final class OpenFile: Sendable {
  /// The path as the user knows it.
  package let path: String
  /// The status of the file when it was opened.
  package let status: FileStatus
  private let descriptor: Int32

  /// The flags for opening without waiting, so that a pipe without a writer is refused like other special files.
  static let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// Opens a file at a path that the user chose. Links are followed.
  package convenience init(following path: String) throws(FileError) {
    if path.utf8.contains(0) { throw .system(ENOENT) }
    try self.init(open(path, Self.flags), path)
  }

  /// - Parameter descriptor: the descriptor of the file, which is closed with this object.
  init(_ descriptor: Int32, _ path: String) throws(FileError) {
    if descriptor < 0 { throw .last }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let number = errno
    guard isKnown, FileStatus(status).kind == .file else {
      close(descriptor)
      throw isKnown ? .notAFile(path) : .system(number)
    }
    self.path = path
    self.descriptor = descriptor
    self.status = FileStatus(status)
  }

  deinit { close(descriptor) }

  /// The size in bytes.
  package var size: Int { status.size }

  /// Returns the whole content.
  ///
  /// - Parameter limit: the largest size in bytes that is read.
  package func content(limit: Int) throws(FileError) -> Data {
    if size > limit { throw .tooLarge(path, bytes: size, limit: limit) }
    var data = try bytes(from: 0, count: size)
    // The file may have grown, or its size may be unknown, as in /proc.
    var piece: [UInt8] = [0]
    while true {
      let count = pread(descriptor, &piece, piece.count, off_t(data.count))
      if count == 0 { return data }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .last }
      data.append(contentsOf: piece[..<count])
      piece = [UInt8](repeating: 0, count: 1 << 16)
      if data.count > limit { throw .tooLarge(path, bytes: data.count, limit: limit) }
    }
  }

  /// Returns some bytes of the content; fewer if it ends before.
  package func bytes(from offset: Int, count: Int) throws(FileError) -> Data {
    let available = max(0, min(count, size - offset))
    var data = Data(count: available)
    var filled = 0
    while filled < available {
      let got = data.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), available - filled, off_t(offset + filled))
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw .last }
      if got == 0 { break }
      filled += got
    }
    return filled == available ? data : data.prefix(filled)
  }
}
