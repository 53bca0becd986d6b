import ArgumentParser
import Diagnostics
import Files
import Foundation

/// A file to be written, its folder made where it is missing; or `-` for standard output.
struct OutputFile {
  /// As the user knows it.
  let path: String
  private let mark: FileMark
  private let overwrites: Bool

  /// - Parameters:
  ///   - mark: the mark of the files that may be replaced.
  ///   - overwrites: whether files without it may be replaced too.
  init(path: String, _ mark: FileMark, overwrites: Bool) {
    self.path = path
    self.mark = mark
    self.overwrites = overwrites
  }

  private var url: URL { URL(fileURLWithPath: path) }
  private var name: String { url.lastPathComponent }
  private var folder: String { url.deletingLastPathComponent().relativePath }
  private var isStandardOutput: Bool { path == "-" }
  /// A device that the user names has no place beside it, and must not be replaced by a file.
  private var isDevice: Bool { path.hasPrefix("/dev/") }

  /// Whether a file stands there that writing would replace.
  var exists: Bool {
    guard !isStandardOutput, !isDevice else { return false }
    return (try? Folder.place(folder, making: false)?.status(of: name))?.kind == .file
  }

  /// - Throws: why the file cannot be written, before anything is computed for it.
  func check() throws(CommandProblem) {
    if isStandardOutput || isDevice { return }
    do throws(FileError) {
      if let folder = try Folder.place(folder, making: false) {
        try folder.checkReplaceable(name, mark, overwriting: overwrites)
      }
      // Permissions do not tell all: only a file that could be made shows that one can be.
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

  /// Writes the file whole or not at all.
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
