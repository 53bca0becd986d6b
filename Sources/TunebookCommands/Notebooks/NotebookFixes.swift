import ArgumentParser
import Diagnostics
import Files
import Foundation

/// A function that applies the fixes of findings to a notebook's file.
enum NotebookFixes {
  /// Applies all fixes, or none.
  ///
  /// - Throws: `ExitCode.failed`, after printing why the file cannot be written.
  static func apply(to notebook: LoadedNotebook) throws {
    let fixed = FixedSource(notebook.source, diagnostics: notebook.diagnostics)
    guard fixed.count > 0 else { return }
    do {
      let url = URL(fileURLWithPath: notebook.path)
      let place = try Folder.place(url.deletingLastPathComponent().relativePath, making: false)
      guard let folder = place, let file = try folder.file(url.lastPathComponent) else {
        throw FileError.system(ENOENT)
      }
      let before = try file.content(limit: file.size)
      let mark = Data([0xEF, 0xBB, 0xBF])
      let rest = before.starts(with: mark) ? before.dropFirst(mark.count) : before
      guard rest.elementsEqual(notebook.source.utf8) else {
        Console.print("error: \(notebook.path) was changed in the meantime, so nothing was corrected in it")
        throw ExitCode.failed
      }
      folder.removeAbandonedDrafts()
      try folder.write(
        before.prefix(before.count - rest.count) + Data(fixed.utf8), to: url.lastPathComponent,
        replacing: file)
    } catch let code as ExitCode {
      throw code
    } catch {
      let reason = (error as? FileError)?.reason ?? systemReason(of: error)
      Console.print("error: \(notebook.path) cannot be written: \(reason)")
      throw ExitCode.failed
    }
    Console.print("\(notebook.path): \(counted(fixed.count, "mistake")) corrected")
  }
}
