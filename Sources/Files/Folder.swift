import Foundation

/// An open folder. Its entries are reached through its descriptor, one name at a time and without following links, so
/// that no operation can end up in another folder.
package final class Folder: Sendable {
  /// The path as the user knows it.
  package let path: String
  let descriptor: Int32

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  private init(_ path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens a folder at a path that the user chose. Links are followed.
  package convenience init(following path: String) throws(FileError) {
    if path.utf8.contains(0) { throw .system(ENOENT) }
    let descriptor = open(path, Self.flags)
    if descriptor < 0 { throw errno == ENOTDIR ? .notAFolder(path) : .last }
    self.init(path, descriptor)
  }

  /// Returns the path of an entry as the user knows it.
  package func path(of name: String) -> String {
    path.isEmpty || path == "." ? name : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  // MARK: Folders within

  /// Returns the folder of a name in this one; `nil` if there is none.
  package func subfolder(_ name: String) throws(FileError) -> Folder? {
    let opened = openat(descriptor, name, Self.flags | O_NOFOLLOW)
    if opened >= 0 { return Folder(path(of: name), opened) }
    let number = errno
    if number == ENOENT { return nil }
    throw try refusal(of: name, number) ?? .notAFolder(path(of: name))
  }

  /// Returns the folder of a name in this one, and creates it if it is missing.
  package func makeSubfolder(_ name: String, permissions: mode_t = 0o777) throws(FileError) -> Folder {
    // Another process may create or remove it at the same time.
    for _ in 0..<3 {
      if let folder = try subfolder(name) { return folder }
      if mkdirat(descriptor, name, permissions) != 0, errno != EEXIST { throw .last }
    }
    throw .system(ENOENT)
  }

  // MARK: Entries

  package func names() throws(FileError) -> [String] {
    // A separate descriptor has its own position in the folder.
    let copy = openat(descriptor, ".", Self.flags)
    guard copy >= 0, let stream = fdopendir(copy) else { throw .last }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let length = Int(strlen(pointer(to: entry)))
      let name = String(
        decoding: UnsafeRawBufferPointer(start: pointer(to: entry), count: length), as: UTF8.self)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Returns the name of an entry, which may be longer than its imported type.
  private func pointer(to entry: UnsafeMutablePointer<dirent>) -> UnsafePointer<CChar> {
    UnsafeRawPointer(entry).advanced(by: MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      .assumingMemoryBound(to: CChar.self)
  }

  /// Returns the status of this folder.
  package func status() throws(FileError) -> FileStatus {
    var status = stat()
    if fstat(descriptor, &status) != 0 { throw .last }
    return FileStatus(status)
  }

  /// Returns the status of an entry; `nil` if there is none of that name.
  package func status(of name: String) throws(FileError) -> FileStatus? {
    var status = stat()
    if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(status) }
    if errno == ENOENT { return nil }
    throw .last
  }

  /// Opens a regular file in this folder; `nil` if there is nothing of that name.
  package func file(_ name: String) throws(FileError) -> OpenFile? {
    let opened = openat(descriptor, name, OpenFile.flags | O_NOFOLLOW)
    if opened >= 0 { return try OpenFile(opened, path(of: name)) }
    let number = errno
    if number == ENOENT { return nil }
    throw try refusal(of: name, number) ?? .system(number)
  }

  /// Removes a file or a link, but never a folder.
  package func remove(_ name: String) throws(FileError) {
    if unlinkat(descriptor, name, 0) != 0, errno != ENOENT { throw .last }
  }

  /// Removes a folder, if it is empty.
  ///
  /// - Returns: Whether the folder was removed.
  @discardableResult
  package func removeEmptyFolder(_ name: String) -> Bool {
    unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT
  }

  /// Returns the error for an entry that was not opened because of its kind.
  private func refusal(of name: String, _ number: Int32) throws(FileError) -> FileError? {
    switch try status(of: name)?.kind {
    case .link: .link(path(of: name), target: target(of: name))
    case .other: .notAFile(path(of: name))
    case .folder, nil: .system(number)
    case .file: number == ENOTDIR ? nil : .system(number)
    }
  }

  private func target(of name: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlinkat(descriptor, name, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
