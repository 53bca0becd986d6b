import ArgumentParser
import Diagnostics
import Foundation

/// Puts the fixes of what was found into a notebook's file, all of them or none.
enum NotebookFixes {
  /// - Throws: `ExitCode.failed` after saying why the file cannot be written.
  static func apply(to notebook: LoadedNotebook) throws {
    let fixed = FixedSource(notebook.source, diagnostics: notebook.diagnostics)
    guard fixed.count > 0 else { return }
    // A link stays one; the file that it leads to is replaced.
    let url = URL(fileURLWithPath: notebook.path).resolvingSymlinksInPath()
    do {
      let before = try Data(contentsOf: url)
      let mark = Data([0xEF, 0xBB, 0xBF])
      let rest = before.starts(with: mark) ? before.dropFirst(mark.count) : before
      guard rest.elementsEqual(notebook.source.utf8) else {
        Console.print("error: \(notebook.path) was changed meanwhile, and nothing was corrected in it")
        throw ExitCode.failed
      }
      let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions]
      try (before.prefix(before.count - rest.count) + Data(fixed.utf8)).write(to: url, options: .atomic)
      if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path) }
    } catch let code as ExitCode {
      throw code
    } catch {
      Console.print("error: \(notebook.path) cannot be written: \(systemReason(of: error))")
      throw ExitCode.failed
    }
    Console.print("\(notebook.path): \(counted(fixed.count, "mistake")) corrected")
  }
}
