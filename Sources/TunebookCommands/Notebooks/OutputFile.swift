import ArgumentParser
import Diagnostics
import Foundation

/// A file to be written, its folder made where it is missing; or `-` for standard output.
struct OutputFile {
  /// As the user knows it.
  let path: String

  private var url: URL { URL(fileURLWithPath: path) }
  private var folder: URL { url.deletingLastPathComponent() }
  private var isStandardOutput: Bool { path == "-" }
  /// A pipe or a device has no place beside it, and must not be replaced by a file.
  private var isDevice: Bool { FileKind(at: path) == .other || path.hasPrefix("/dev/") }

  /// Whether a file stands there that writing would replace.
  var exists: Bool { !isStandardOutput && !isDevice && FileKind(at: path) == .file }

  /// - Throws: why the file cannot be written, before anything is computed for it.
  func check() throws(CommandProblem) {
    if FileKind(at: path) == .folder { throw .folderInsteadOfFile(path) }
    if isStandardOutput || isDevice { return }
    var place = folder
    while FileKind(at: place.path) == nil, place.path != "/" { place.deleteLastPathComponent() }
    guard FileKind(at: place.path) == .folder else {
      throw .fileInsteadOfFolder(place.relativePath, for: path)
    }
    // Permissions do not tell all: only a file that could be made shows that one can be.
    let draft = draft(in: place)
    let descriptor = open(draft.path, O_WRONLY | O_CREAT, 0o600)
    guard descriptor >= 0 else { throw .cannotWrite(path, reason: systemReason(ofNumber: errno)) }
    close(descriptor)
    unlink(draft.path)
  }

  /// Writes the file whole or not at all: beside its place first, then moved there.
  ///
  /// - Throws: `ExitCode.failed` after saying why it cannot be written.
  func write(_ text: String) throws {
    let data = Data(text.utf8)
    do {
      if isStandardOutput {
        try FileHandle.standardOutput.write(contentsOf: data)
      } else if isDevice {
        try FileHandle(forWritingTo: url).write(contentsOf: data)
      } else {
        try replace(with: data)
      }
    } catch {
      let name = isStandardOutput ? "standard output" : path
      let rest = exists ? "; what was there before is untouched" : ""
      Console.print("error: \(name) cannot be written: \(systemReason(of: error))\(rest)")
      throw ExitCode.failed
    }
  }

  private func replace(with data: Data) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let draft = draft(in: folder)
    do {
      try data.write(to: draft)
      guard rename(draft.path, url.path) == 0 else {
        throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
      }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw error
    }
  }

  private func draft(in folder: URL) -> URL {
    folder.appendingPathComponent(".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
  }
}
