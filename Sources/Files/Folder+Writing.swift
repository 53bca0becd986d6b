import Foundation

extension Folder {
  /// Writes a complete file or nothing: first as a draft, which is then renamed and replaces the old file.
  ///
  /// - Parameters:
  ///   - drafts: the folder for the draft, on the same file system; by default this folder.
  ///   - permissions: the permissions of the file, before the umask of the process.
  package func write(
    _ data: Data, to name: String, drafts: Folder? = nil, permissions: mode_t = 0o666
  ) throws(FileError) {
    let drafts = drafts ?? self
    let draft = Draft.name()
    try drafts.create(draft, data, permissions: permissions)
    if renameat(drafts.descriptor, draft, descriptor, name) != 0 {
      let number = errno
      try? drafts.remove(draft)
      throw .system(number)
    }
  }

  /// Replaces a file completely or not at all. The new file has the permissions of the old one.
  package func write(_ data: Data, to name: String, replacing file: OpenFile) throws(FileError) {
    // The umask applies to a new file only; an existing file keeps its permissions.
    let draft = Draft.name()
    try create(draft, data, permissions: 0o600)
    guard fchmodat(descriptor, draft, file.status.permissions, 0) == 0,
      renameat(descriptor, draft, descriptor, name) == 0
    else {
      let number = errno
      try? remove(draft)
      throw .system(number)
    }
  }

  /// Writes a new file, and removes it again if it cannot be written completely.
  package func create(_ name: String, _ data: Data, permissions: mode_t = 0o666) throws(FileError) {
    let file = openat(
      descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions)
    if file < 0 { throw .last }
    do throws(FileError) {
      defer { close(file) }
      try Self.write(data, to: file)
    } catch {
      try? remove(name)
      throw error
    }
  }

  /// Writes a complete new file or nothing. If two processes do so at once, one of them succeeds.
  package func createWhole(_ name: String, _ data: Data, permissions: mode_t = 0o666) throws(FileError) {
    let draft = Draft.name()
    try create(draft, data, permissions: permissions)
    let linked = linkat(descriptor, draft, descriptor, name, 0)
    let number = errno
    try? remove(draft)
    if linked != 0 { throw .system(number) }
  }

  /// Opens a regular file for reading and writing, and creates it if it is missing.
  ///
  /// - Returns: The descriptor, which the caller closes.
  package func openToChange(_ name: String) throws(FileError) -> Int32 {
    let file = openat(
      descriptor, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o644)
    if file < 0 { throw .last }
    var status = stat()
    if fstat(file, &status) == 0, FileStatus(status).kind == .file { return file }
    close(file)
    throw .notAFile(path(of: name))
  }

  /// Renames a file in this folder, and replaces the file of the new name.
  package func rename(_ name: String, to other: String) throws(FileError) {
    if renameat(descriptor, name, descriptor, other) != 0 { throw .last }
  }

  /// Checks that files can be created here, by creating one.
  package func checkWritable() throws(FileError) {
    #if os(Linux)
      // A file without a name leaves nothing if the process is killed, but not every file system supports it.
      let nameless: Int32 = 0o20_000_000 | O_DIRECTORY
      let file = openat(descriptor, ".", O_WRONLY | nameless | O_CLOEXEC, 0o600)
      if file >= 0 {
        close(file)
        return
      }
    #endif
    removeAbandonedDrafts()
    let draft = Draft.name()
    try create(draft, Data())
    try remove(draft)
  }

  /// Removes the drafts of processes of this machine that were killed.
  package func removeAbandonedDrafts() {
    for name in (try? names()) ?? [] where Draft.isAbandoned(name) {
      guard let status = try? status(of: name), status.kind == .file, status.isOurs else { continue }
      try? remove(name)
    }
  }

  /// Returns whether the folder contains nothing but drafts and the given names.
  package func holdsOnlyDrafts(beside known: Set<String>) throws(FileError) -> Bool {
    try names().allSatisfy { known.contains($0) || Draft.isDraft($0) }
  }

  private static func write(_ data: Data, to file: Int32) throws(FileError) {
    var done = 0
    while done < data.count {
      let count = data.withUnsafeBytes {
        Foundation.write(file, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .last }
      done += count
    }
  }
}
