import Diagnostics
import Foundation

/// Reads notebooks from files.
package enum NotebookFile {
  /// Reads a notebook; a byte order mark at its beginning is dropped.
  package static func read(path: String) throws(NotebookFileProblem) -> SourceFile {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path) }
    guard !isFolder.boolValue else { throw .isFolder(path) }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path, reason: error.localizedDescription)
    }
    return try decode(Array(data), path: path)
  }

  /// The text that bytes spell in UTF-8.
  package static func decode(_ bytes: [UInt8], path: String) throws(NotebookFileProblem) -> SourceFile {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .isUTF16(path) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let validCount = validPrefix(of: content)
    guard validCount == content.count else {
      let before = SourceFile(path: path, text: String(decoding: content[..<validCount], as: UTF8.self))
      throw .notUTF8(path, at: before.location(of: validCount), byte: content[validCount])
    }
    let text = String(decoding: content, as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(path) }
    return SourceFile(path: path, text: text)
  }

  /// How many bytes from the first spell text.
  private static func validPrefix(of bytes: [UInt8]) -> Int {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { count += scalar.count }
    return count
  }
}

/// Why a notebook's file cannot be read.
package enum NotebookFileProblem: Error, Problem, Equatable {
  case missing(String)
  case isFolder(String)
  case unreadable(String, reason: String)
  case isUTF16(String)
  case notUTF8(String, at: SourceLocation, byte: UInt8)
  case empty(String)

  package var code: String {
    switch self {
    case .missing: "TB-N-101"
    case .isFolder: "TB-N-102"
    case .unreadable: "TB-N-103"
    case .isUTF16: "TB-N-104"
    case .notUTF8: "TB-N-105"
    case .empty: "TB-N-106"
    }
  }

  package var message: String {
    switch self {
    case .missing(let path): "there is no file \(path)"
    case .isFolder(let path): "\(path) is a folder, not a notebook"
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
    case .isUTF16(let path): "\(path) is UTF-16, not UTF-8"
    case .notUTF8(let path, let place, let byte):
      "\(path):\(place.line):\(place.column): the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8"
    case .empty(let path): "\(path) is empty"
    }
  }

  package var help: String? {
    switch self {
    case .missing: "check the path's spelling"
    case .isFolder: "name a file that ends in .md"
    case .unreadable: "check who may read it"
    case .isUTF16, .notUTF8: "save it as UTF-8"
    case .empty: "a notebook is a Markdown text with cells such as ```{fit} name"
    }
  }
}
