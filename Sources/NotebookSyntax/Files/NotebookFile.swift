import Diagnostics
import Files
import Foundation
import Options

/// Reads notebooks from files.
package enum NotebookFile {
  /// The maximum number of bytes in a notebook.
  package static let sizeLimit = 10_000_000

  /// Reads a notebook, without a byte order mark at its beginning.
  ///
  /// - Parameter byteLimit: the maximum number of bytes in the file.
  package static func read(
    path: String, byteLimit: Int = sizeLimit
  ) throws(UnreadableNotebook) -> SourceFile {
    if path == "-" { throw UnreadableNotebook(.standardInput, at: path) }
    switch FileKind(at: path) {
    case nil: throw UnreadableNotebook(.missing(atPath: path, endings: [".md"]), at: path)
    case .folder: throw UnreadableNotebook(.noNotebooks, at: path)
    case .other: throw UnreadableNotebook(.notAFile, at: path)
    case .file: break
    }
    if !["", "md", "markdown"].contains(URL(fileURLWithPath: path).pathExtension) {
      throw UnreadableNotebook(.otherName, at: path)
    }
    let data: Data
    do throws(FileError) {
      data = try OpenFile(following: path).content(limit: byteLimit)
    } catch {
      if case .tooLarge = error { throw UnreadableNotebook(.tooLarge(limit: byteLimit), at: path) }
      throw UnreadableNotebook(.unreadable(reason: error.reason), at: path)
    }
    return try decode(Array(data), path: path)
  }

  /// Decodes bytes as UTF-8.
  package static func decode(_ bytes: [UInt8], path: String) throws(UnreadableNotebook) -> SourceFile {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw UnreadableNotebook(.isUTF16, at: path)
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let source = SourceFile(path: path, text: String(decoding: content, as: UTF8.self))
    let validCount = validPrefix(of: content)
    guard validCount == content.count else {
      throw UnreadableNotebook(
        .notUTF8(byte: content[validCount]), source: source, range: SourceRange(validCount, validCount))
    }
    guard source.text.contains(where: { !$0.isWhitespace }) else {
      throw UnreadableNotebook(.empty, at: path)
    }
    return source
  }

  /// Returns the number of bytes at the beginning that are valid text.
  private static func validPrefix(of bytes: [UInt8]) -> Int {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { count += scalar.count }
    return count
  }
}

/// A notebook that cannot be read: the reason, and its place in as much of the text as there is.
package struct UnreadableNotebook: Error {
  package let source: SourceFile
  package let diagnostic: Diagnostic

  /// Creates the error of a file that has no text to show.
  package init(_ problem: NotebookFileProblem, at path: String) {
    self.init(problem, source: SourceFile(path: path, text: ""), range: .nowhere)
  }

  init(_ diagnostic: Diagnostic, at path: String) {
    source = SourceFile(path: path, text: "")
    self.diagnostic = diagnostic
  }

  init(_ problem: NotebookFileProblem, source: SourceFile, range: SourceRange) {
    self.source = source
    diagnostic = Diagnostic(problem, at: range)
  }
}

extension NotebookFileProblem {
  /// - Parameter endings: the endings of the files that may have been meant.
  static func missing(atPath path: String, endings: [String]) -> NotebookFileProblem {
    let url = URL(fileURLWithPath: path)
    let beside = try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
    let known = (beside ?? []).filter { name in endings.contains { name.hasSuffix($0) } }
    return .missing(url.lastPathComponent, known: known.sorted())
  }
}
