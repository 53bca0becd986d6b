import Foundation

/// A regular file that is held open for reading, so that its name can come to mean another file without harm.
package final class OpenFile: Sendable {
  /// The path as the user knows it.
  package let path: String
  /// The facts about the file when it was opened.
  package let status: FileStatus
  private let descriptor: Int32

  /// Opening does not wait: a pipe without a writer is refused like every other special file.
  static let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// Opens a file at a path that the user chose; links are followed.
  package convenience init(following path: String) throws(FileError) {
    if path.utf8.contains(0) { throw .system(ENOENT) }
    try self.init(open(path, Self.flags), path)
  }

  /// - Parameter descriptor: the result of opening it, which is closed with this object.
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

  /// In bytes.
  package var size: Int { status.size }

  /// The whole content.
  ///
  /// - Parameter limit: the largest size, in bytes, that is read at all.
  package func content(limit: Int) throws(FileError) -> Data {
    if size > limit { throw .tooLarge(path, bytes: size, limit: limit) }
    var data = try bytes(from: 0, count: size)
    // The file may have grown, or the system may not know its size, as of its own files.
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

  /// Some bytes of the content; fewer where it ends before.
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
