import ArgumentParser
import Foundation

/// Where pages go: a folder, or standard output.
struct OutputDestination {
  private let folder: URL?

  /// - Parameter path: a folder, made where it is missing; `-` is standard output.
  /// - Throws: an error that says why nothing can be written there, before anything is computed.
  init(_ path: String) throws {
    guard path != "-" else {
      folder = nil
      return
    }
    let folder = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      let isFile = FileManager.default.fileExists(atPath: folder.path)
      throw ValidationError(
        "The output folder \(path) cannot be made: \(isFile ? "a file of that name stands there" : Self.reason(error))."
      )
    }
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      throw ValidationError(
        "The output folder \(path) cannot be written to; choose another with --output-dir.")
    }
    self.folder = folder
  }

  /// - Throws: an error where two pages would have one name, or where a page cannot have its name.
  func checkNames(_ pages: [(notebook: String, name: String)]) throws {
    guard let folder else { return }
    for (index, page) in pages.enumerated() {
      if let other = pages.prefix(index).first(where: { $0.name == page.name }) {
        throw ValidationError(
          "\(other.notebook) and \(page.notebook) would both be written to \(page.name); run them one by one, "
            + "each with its own --output-dir.")
      }
      if page.name.utf8.count > 200 {
        throw ValidationError("The page's name would be too long: \(page.name.prefix(60))… Use -o - instead.")
      }
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent(page.name).path
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw ValidationError("The page cannot be written to \(path): a folder of that name stands there.")
      }
    }
  }

  /// Writes a page whole or not at all.
  ///
  /// - Returns: the file's path, or `nil` for standard output.
  func write(_ page: String, named name: String) throws -> String? {
    guard let folder else {
      try Self.write(page, toFile: "-")
      return nil
    }
    let file = folder.appendingPathComponent(name)
    try Self.write(page, toFile: file.relativePath)
    return file.relativePath
  }

  /// Writes a file whole or not at all: beside its place first, then moved there.
  ///
  /// - Throws: `ExitCode.failed` after saying why it cannot be written.
  static func write(_ text: String, toFile path: String) throws {
    let file = URL(fileURLWithPath: path)
    do {
      if path == "-" {
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
      } else if isDevice(file) {
        // A pipe or a device has no place beside it, and must not be replaced by a file.
        try FileHandle(forWritingTo: file).write(contentsOf: Data(text.utf8))
      } else {
        try replace(file, with: Data(text.utf8))
      }
    } catch {
      let name = path == "-" ? "standard output" : path
      Console.print("error: \(name) cannot be written: \(reason(error)); what was there before is untouched")
      throw ExitCode.failed
    }
  }

  /// - Throws: an error where there is no folder for a file, before anything is computed for it.
  static func checkPlace(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
    if path != "-", !exists || !isFolder.boolValue {
      throw ValidationError("\(path) cannot be written: there is no folder \(folder.path).")
    }
  }

  private static func isDevice(_ file: URL) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
    return type.map { ![.typeRegular, .typeDirectory, .typeSymbolicLink].contains($0) } ?? false
  }

  private static func replace(_ file: URL, with data: Data) throws {
    let draft = file.deletingLastPathComponent()
      .appendingPathComponent(".\(file.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try data.write(to: draft)
      guard rename(draft.path, file.path) == 0 else {
        throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
      }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw error
    }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let code = (underlying ?? error as NSError).code
    let domain = (underlying ?? error as NSError).domain
    return domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(code))).lowercased()
      : error.localizedDescription.trimmingCharacters(in: ["."])
  }
}
