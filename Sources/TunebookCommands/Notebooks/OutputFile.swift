import ArgumentParser
import Diagnostics
import Files
import Foundation

/// An output file, whose folder is created if needed, or standard output (`-`).
struct OutputFile {
  /// The path as the user wrote it.
  let path: String
  private let mark: FileMark
  private let overwrites: Bool

  /// - Parameters:
  ///   - mark: the mark of files that may be replaced.
  ///   - overwrites: true if files without the mark may be replaced too.
  init(path: String, _ mark: FileMark, overwrites: Bool) {
    self.path = path
    self.mark = mark
    self.overwrites = overwrites
  }

  private var url: URL { URL(fileURLWithPath: path) }
  private var name: String { url.lastPathComponent }
  private var folder: String { url.deletingLastPathComponent().relativePath }
  private var isStandardOutput: Bool { path == "-" }
  /// A Boolean value that is true for a device, which must not be replaced by a file.
  private var isDevice: Bool { path.hasPrefix("/dev/") }

  /// A Boolean value that is true if writing would replace a file.
  var exists: Bool {
    guard !isStandardOutput, !isDevice else { return false }
    return (try? Folder.place(folder, making: false)?.status(of: name))?.kind == .file
  }

  /// Checks that the file can be written, before anything is computed for it.
  func check() throws(CommandProblem) {
    if isStandardOutput || isDevice { return }
    do throws(FileError) {
      if let folder = try Folder.place(folder, making: false) {
        try folder.checkReplaceable(name, mark, overwriting: overwrites)
      }
      // Permissions are not the whole truth; only creating a file shows that it is possible.
      try Folder.deepest(on: folder).checkWritable()
    } catch {
      throw problem(error)
    }
  }

  private func problem(_ error: FileError) -> CommandProblem {
    switch error {
    case .foreign: .foreignFile(path)
    case .notAFolder(let place): .fileInsteadOfFolder(place, for: path)
    case .notAFile where FileKind(at: path) == .folder: .folderInsteadOfFile(path)
    default: .cannotWrite(path, reason: error.reason)
    }
  }

  /// Writes the file as a whole, or not at all.
  ///
  /// - Throws: `ExitCode.failed`, after printing why it cannot be written.
  func write(_ text: String) throws {
    let data = Data(text.utf8)
    do {
      if isStandardOutput {
        try FileHandle.standardOutput.write(contentsOf: data)
      } else if isDevice {
        try FileHandle(forWritingTo: url).write(contentsOf: data)
      } else {
        try Folder.place(folder, making: true)?.replace(name, with: data, mark, overwriting: overwrites)
      }
    } catch {
      let reason = (error as? FileError)?.reason ?? systemReason(of: error)
      let place = isStandardOutput ? "standard output" : path
      let rest = exists ? "; what was there before is untouched" : ""
      Console.print("error: \(place) cannot be written: \(reason)\(rest)")
      throw ExitCode.failed
    }
  }
}
