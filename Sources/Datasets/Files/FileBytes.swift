import Crypto
import Diagnostics
import Files
import Foundation

/// A file's whole content, with its digest.
struct FileBytes: Sendable {
  /// The path as the user knows it, for messages.
  let path: String
  /// The name without folders, for provenance.
  let name: String
  let data: Data
  /// SHA-256 of the file as found, in hexadecimal.
  let digest: String

  /// - Throws: when there is no such file, or it is no regular file, empty, unreadable or larger than allowed.
  init(contentsOf url: URL, shownAs path: String? = nil, within limits: DataLimits) throws(DatasetProblem) {
    self.path = path ?? url.path
    name = url.lastPathComponent
    switch FileKind(at: url.path) {
    case nil: throw .fileNotFound(self.path, known: Self.neighbours(of: url))
    case .folder: throw .folderInsteadOfFile(self.path)
    case .other: throw .notAFile(self.path)
    case .file: break
    }
    do throws(FileError) {
      data = try OpenFile(following: url.path).content(limit: min(limits.fileBytes, limits.memory))
    } catch {
      switch error {
      case .notAFile: throw .notAFile(self.path)
      case .tooLarge(_, let bytes, _) where bytes <= limits.fileBytes:
        throw .needsMemory(self.path, needed: Double(bytes), budget: limits.memory)
      case .tooLarge(_, let bytes, _): throw .fileTooLarge(self.path, bytes: bytes, limit: limits.fileBytes)
      default: throw .unreadable(self.path, reason: error.reason)
      }
    }
    if data.isEmpty { throw .emptyFile(self.path) }
    digest = hexadecimalDigest(of: data)
  }

  /// The names of the other files in a file's folder.
  private static func neighbours(of url: URL) -> [String] {
    let folder = url.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { FileKind(at: folder.appendingPathComponent($0).path) == .file }.sorted()
  }

  var isGzipped: Bool {
    data.count >= 2 && data[data.startIndex] == 0x1F && data[data.startIndex + 1] == 0x8B
  }
}

/// SHA-256 in hexadecimal.
package func hexadecimalDigest(of data: some DataProtocol) -> String {
  hexadecimal(SHA256.hash(data: data))
}

package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
